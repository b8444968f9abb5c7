namespace TrialSite.Registry;

public enum CriteriaKind
{
    /// <summary>Under no heading that says which.</summary>
    Other,
    Inclusion,
    Exclusion,
}

/// <summary>What one heading of the text stands over; a text may have several of a kind, one for each group of people.</summary>
/// <param name="Kind">What the heading says.</param>
/// <param name="Heading">Null for what comes before the first.</param>
/// <param name="Criteria">In the order of the text.</param>
public sealed record CriteriaSection(CriteriaKind Kind, string? Heading, IReadOnlyList<Criterion> Criteria);
