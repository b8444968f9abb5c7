namespace TrialSite.Trials;

/// <summary>One part of a list of trials as JSON.</summary>
/// <param name="Trials">In the order of the list.</param>
/// <param name="Total">How many there are in all; at least so many when <paramref name="IsMore"/>.</param>
/// <param name="IsMore">There are more than are counted.</param>
/// <param name="Next">The value of "cursor" for the next part; null at the end.</param>
public sealed record ApiTrialList(IReadOnlyList<ApiTrialHit> Trials, int Total, bool IsMore, string? Next);

public sealed record ApiTrialHit(
    string NctId,
    string Title,
    string? Status,
    bool IsOpen,
    DateOnly FirstSeen,
    DateOnly LastUpdated,
    string Url);

/// <summary>One part of the list of conditions as JSON, by slug.</summary>
public sealed record ApiConditionList(IReadOnlyList<ApiConditionHit> Conditions, string? Next);

public sealed record ApiConditionHit(string Slug, string Name, string? MeshId, int TrialCount, string Url);

/// <summary>A condition as JSON.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">The plain name.</param>
/// <param name="MeshId">The thesaurus' number, where it has one.</param>
/// <param name="OtherNames">By which it is found as well.</param>
/// <param name="Broader">Slugs of the conditions that this one is a kind of.</param>
/// <param name="Narrower">Slugs of the kinds of this one.</param>
/// <param name="TrialCount">Trials listed under it, without those of narrower ones.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiConditionDetail(
    string Slug,
    string Name,
    string? MeshId,
    IReadOnlyList<string> OtherNames,
    IReadOnlyList<string> Broader,
    IReadOnlyList<string> Narrower,
    int TrialCount,
    string Url);
