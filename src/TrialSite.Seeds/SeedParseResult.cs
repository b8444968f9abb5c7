namespace TrialSite.Seeds;

/// <summary>What became of one line of a seed.</summary>
public enum SeedLineUse
{
    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>Its words are in a field of the document.</summary>
    Field,

    /// <summary>A heading or a sentence that every page carries; the site writes it itself.</summary>
    Boilerplate,

    /// <summary>A problem tells about it.</summary>
    Problem,
}

/// <summary>A parsed seed: the document, what is wrong with the text, and what became of each line.</summary>
/// <param name="Document">All that could be read, also when there are errors.</param>
/// <param name="Problems">In the order of the text.</param>
/// <param name="Lines">One entry per line of the text, so that nothing is dropped in silence.</param>
public sealed record SeedParseResult(SeedDocument Document, SeedList<SeedProblem> Problems, SeedList<SeedLineUse> Lines)
{
    /// <summary>True when the seed must be rejected.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == SeedSeverity.Error);
}
