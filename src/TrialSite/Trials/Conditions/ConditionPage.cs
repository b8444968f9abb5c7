using TrialSite.Search;

namespace TrialSite.Trials;

/// <summary>What the page of a condition shows, trials of narrower conditions included.</summary>
public sealed record ConditionPage
{
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>Short forms, lay names and the thesaurus' name.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Letter for letter, as far as they say more than case.</summary>
    public IReadOnlyList<string> RegistrantSpellings { get; init; } = [];

    /// <summary>How many trials are listed; 0 for a condition that we know by name alone.</summary>
    public int Total { get; init; }

    public IReadOnlyList<(StatusChoice Status, int Count)> Statuses { get; init; } = [];

    /// <summary>The newest first, behind the place where the reader is.</summary>
    public IReadOnlyList<SearchHit> Trials { get; init; } = [];

    /// <summary>Where the list goes on; null at its end.</summary>
    public ListCursor? Next { get; init; }

    public IReadOnlyList<SearchHit> ChangedThisWeek { get; init; } = [];
    public IReadOnlyList<ConditionHit> Narrower { get; init; } = [];
    public IReadOnlyList<ConditionHit> Broader { get; init; } = [];
}
