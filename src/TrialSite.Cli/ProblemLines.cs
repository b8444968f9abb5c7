using TrialSite.Registry;
using TrialSite.Seeds;

namespace TrialSite.Cli;

internal static class ProblemLines
{
    /// <summary><c>file:line:column: severity CODE: message</c>, as compilers print it.</summary>
    public static string Of(string file, SeedProblem problem) =>
        $"{file}:{problem.Line}:{problem.Column}: {InWords(problem.Severity)} {problem.Code}: {problem.Message}";

    /// <summary>The same; in a zip the file is <c>records.zip!entry.json</c>.</summary>
    public static string Of(string file, RegistryProblem problem) =>
        $"{file}{(EntryOf(file, problem) is { } entry ? $"!{entry}" : "")}:{problem.Line}:{problem.Column}: {InWords(problem)} {problem.Code}: {problem.Message}";

    /// <summary>The same, called by the name that the source has: of a folder that of its file, of the registry that of its page.</summary>
    public static string Of(RegistryProblem problem) => $"{problem.Source}:{problem.Line}:{problem.Column}: {InWords(problem)} {problem.Code}: {problem.Message}";

    public static string InWords(SeedSeverity severity) => severity == SeedSeverity.Error ? "error" : "warning";

    public static string InWords(RegistryProblem problem) => InWords(problem.LosesRecord ? SeedSeverity.Error : SeedSeverity.Warning);

    /// <summary>Null when the file is no zip.</summary>
    public static string? EntryOf(string file, RegistryProblem problem) =>
        problem.Source[Path.GetFileName(file).Length..] is ['!', .. var entry] ? entry : null;
}
