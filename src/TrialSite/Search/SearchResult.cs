using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>A trial as a row of a list.</summary>
public sealed record SearchHit(IndexedTrial Trial, string Title, DateOnly StatusSeenOn, string? Condition, IReadOnlyList<string> Countries, NearestPlace? Nearest)
{
    public NctId NctId => Trial.NctId;

    /// <summary>It can have changed, and nobody has looked for more than a year: it is told as past. "Unknown" says so itself.</summary>
    public bool IsStatusOld(DateOnly today) => Trial.Status.Status?.RegistryWord is { } word && word != RecruitmentStatus.UnknownWord && Freshness.IsPast(word, StatusSeenOn, today);
}

/// <summary>The nearest open place of a trial, and how far it is as the crow flies.</summary>
public sealed record NearestPlace(string Name, GeoDistance Distance);

/// <summary>What a search found: one page of hits, and the counts beside its filters.</summary>
public sealed record SearchResult(
    TrialQuery Query,
    IReadOnlyList<SearchHit> Hits,
    FilterCounts Counts,
    IReadOnlyList<Country> Countries,
    IReadOnlyList<string> AlsoSearchedFor)
{
    /// <summary>There were more matches than are counted: every count is "more than".</summary>
    public bool IsMore { get; init; }

    /// <summary>What was typed holds no word.</summary>
    public bool HasNoWords { get; init; }

    /// <summary>No trial has all the words; these have most of them.</summary>
    public bool IsLoosened { get; init; }

    /// <summary>The condition that the list is narrowed to.</summary>
    public NamedCondition? Condition { get; init; }

    /// <summary>Where "near" is; null when nothing is asked, or no such place is known.</summary>
    public string? NearName { get; init; }

    /// <summary>What was probably meant, when little was found.</summary>
    public string? CouldMean { get; init; }

    public bool IsNearUnknown => Query.Near is not null && NearName is null;

    public int PageCount => Math.Clamp((Counts.Total + ListPage.Size - 1) / ListPage.Size, 1, TrialQuery.LastPage);

    /// <summary>There are trials beyond the last page.</summary>
    public bool IsCut => IsMore || Counts.Total > TrialQuery.LastPage * ListPage.Size;
}
