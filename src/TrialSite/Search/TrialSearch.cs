using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>Finds trials: words by full text, everything else in memory. The work is bounded, however common a word is: docs/search.md.</summary>
public sealed class TrialSearch(CatalogueIndex index, ISearchStore store, PlaceLookup places, NameLists names)
{
    /// <summary>So many matches of the words are counted and filtered; of more, those that are closed and were not updated for long are left out.</summary>
    public const int MostMatches = 30_000;

    /// <summary>Less than this is counted and weighed sooner than another thread is awake to do it.</summary>
    internal const int FewMatches = 2_000;

    /// <summary>With fewer, a word may have been mistyped.</summary>
    private const int FewHits = 5;

    /// <summary>So many stand in order; nobody reads more pages.</summary>
    private const int MostInOrder = TrialQuery.LastPage * ListPage.Size;

    public async Task<SearchResult> Find(TrialQuery query, CancellationToken cancellationToken)
    {
        var snapshot = await index.Current(cancellationToken);
        var countries = snapshot.Countries(store);
        var near = query.Near is null ? null : places.Find(query.Near);
        var filter = new TrialFilter(snapshot, query, countries.Values, near is null ? null : new(near.Value.Point, query.Within));
        var condition = query.Condition is null ? null : store.ConditionBySlug(query.Condition);
        var plan = SearchPlan.Of(query, store);
        var matches = Matches(snapshot, query, plan, condition);
        var fitting = query.IsNarrowed ? filter.Fitting(matches.Slots) : matches.Slots;
        var counting = matches.Slots.Count < FewMatches ? Task.FromResult(Counted()) : Task.Run(Counted, cancellationToken);
        var inOrder = InOrder(snapshot, query, plan with { Groups = matches.Groups }, matches.Slots.Count, fitting, filter.Near);
        var counts = await counting;
        var onPage = inOrder.Skip((query.Page - 1) * ListPage.Size).Take(ListPage.Size).ToList();
        return new(query, SearchHits.Of(snapshot, store, onPage, filter.Near), counts, [.. countries.Values], plan.AlsoSearchedFor)
        {
            IsMore = matches.IsMore,
            HasNoWords = query.HasText && plan.Terms.Count == 0,
            IsLoosened = matches.IsLoosened,
            Condition = condition,
            NearName = near?.Name,
            CouldMean = query.HasText && counts.Total < FewHits ? names.Correction(query.Text, plan, snapshot) : null,
        };

        FilterCounts Counted() => query.IsNarrowed ? FilterCounts.Of(snapshot, matches.Slots, filter) : snapshot.Once("counts", () => FilterCounts.Of(snapshot, matches.Slots, filter));
    }

    private Matched Matches(CatalogueSnapshot snapshot, TrialQuery query, SearchPlan plan, NamedCondition? condition)
    {
        if (query.Condition is not null && condition is null || query.HasText && plan.Groups.Count == 0)
            return new([], plan.Groups);
        if (plan.Groups.Count == 0)
            return new(condition is null ? snapshot.AllSlots : [.. snapshot.Under(condition.Id, withNarrower: true)], []);
        IReadOnlyList<SearchGroup> groups = condition is null ? plan.Groups : [.. plan.Groups, new(condition)];
        var matched = Walk(snapshot, groups);
        // Rather most of the words than nothing, but never without the words at all.
        return matched.Slots.Count == 0 && plan.Groups.Count > 2 ? Loosened(snapshot, groups, plan.Groups.Count) : matched;
    }

    private Matched Walk(CatalogueSnapshot snapshot, IReadOnlyList<SearchGroup> groups)
    {
        var slots = new List<int>();
        var isAll = store.Walk(new(groups, WordsIn.Anywhere, true), long.MaxValue, MostMatches, row =>
        {
            if (snapshot.SlotOf(row) is var slot and >= 0)
                slots.Add(slot);
            return true;
        });
        return new(slots, groups) { IsMore = !isAll };
    }

    /// <summary>The most that is found when one of the groups is left out.</summary>
    private Matched Loosened(CatalogueSnapshot snapshot, IReadOnlyList<SearchGroup> groups, int count) =>
        Enumerable.Range(0, count).Select(left => Walk(snapshot, [.. groups.Where((_, at) => at != left)])).MaxBy(matched => matched.Slots.Count)! with { IsLoosened = true };

    private List<int> InOrder(CatalogueSnapshot snapshot, TrialQuery query, SearchPlan plan, int matching, List<int> fitting, NearBy? near)
    {
        if (query.Order == TrialSort.Relevance && plan.Groups.Count > 0)
            return Ranking.Best(snapshot, store, plan, matching, fitting, MostInOrder);
        var top = new TopSlots(Math.Min(MostInOrder, query.Page * ListPage.Size));
        foreach (var slot in fitting)
            top.Offer(slot, Key(slot));
        return top.InOrder();

        long Key(int slot) => query.Order switch
        {
            TrialSort.Nearest when near is not null => -(long)Math.Min(near.NearestOpen(snapshot.PointsOf(slot)).Kilometres * 100, 1 << 24) << 32 | (uint)snapshot.NctNumbers[slot],
            TrialSort.Changed => (long)snapshot.LastUpdated[slot] << 32 | (uint)snapshot.NctNumbers[slot],
            _ => (long)snapshot.FirstSeen[slot] << 32 | (uint)snapshot.NctNumbers[slot],
        };
    }

    private sealed record Matched(List<int> Slots, IReadOnlyList<SearchGroup> Groups)
    {
        public bool IsMore { get; init; }
        public bool IsLoosened { get; init; }
    }
}
