using TrialSite.Seeds;

namespace TrialSite.Cli;

internal static class ProblemLines
{
    /// <summary><c>file:line:column: severity CODE: message</c>, as compilers print it.</summary>
    public static string Of(string file, SeedProblem problem) =>
        $"{file}:{problem.Line}:{problem.Column}: {InWords(problem.Severity)} {problem.Code}: {problem.Message}";

    public static string InWords(SeedSeverity severity) => severity == SeedSeverity.Error ? "error" : "warning";
}
