namespace TrialSite.Seeds;

/// <summary>How much a problem matters.</summary>
public enum SeedSeverity
{
    /// <summary>The trial can be shown; the editor should look at the line.</summary>
    Warning,

    /// <summary>The seed is rejected; what the site already shows stays.</summary>
    Error,
}

/// <summary>One thing about a seed that its editor should mend.</summary>
/// <param name="Severity">Whether the seed is rejected because of it.</param>
/// <param name="Code">TS and 3 digits; <c>docs/seed-format.md</c> lists each with cause and mend.</param>
/// <param name="Line">1-based line of the text.</param>
/// <param name="Column">1-based column in characters (UTF-16 units).</param>
/// <param name="Message">What was found and what was expected, one line; never a contact detail.</param>
public sealed record SeedProblem(SeedSeverity Severity, string Code, int Line, int Column, string Message);
