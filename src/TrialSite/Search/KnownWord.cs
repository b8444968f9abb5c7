namespace TrialSite.Search;

/// <summary>A word of titles, conditions and interventions as it is spelled there, and in how many trials, more or less: what "did you mean" offers.</summary>
public sealed class KnownWord
{
    public string Word { get; init; } = "";
    public int Count { get; init; }
}
