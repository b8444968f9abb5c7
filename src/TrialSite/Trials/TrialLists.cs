using TrialSite.Search;

namespace TrialSite.Trials;

/// <summary>The lists of the pages: which trials, from the index in memory; their titles, from the store.</summary>
public sealed class TrialLists(CatalogueIndex index, ISearchStore store)
{
    public async Task<int> CountTrials(CancellationToken cancellationToken) => (await index.Current(cancellationToken)).Count;

    /// <summary>The last day on which this site saw a trial with a record come or change; null when it has none.</summary>
    public DateOnly? RecordsAsOf() => store.RecordsAsOf();

    public async Task<IReadOnlyList<SearchHit>> Newest(int count, CancellationToken cancellationToken) =>
        await Hits(catalogue => catalogue.Newest(count), cancellationToken);

    /// <summary>All trials part by part: the newest behind those that a reader has seen, and where the next part begins; null behind the last.</summary>
    public async Task<(IReadOnlyList<SearchHit> Hits, ListCursor? Next)> NewestBehind(ListCursor? seen, int count, CancellationToken cancellationToken)
    {
        var catalogue = await index.Current(cancellationToken);
        var trials = catalogue.Newest(count, seen);
        return (SearchHits.Of(catalogue, store, trials), trials.Count == count ? trials[^1].AfterInNewest : null);
    }

    /// <summary>Those whose content changed after they were first seen.</summary>
    public async Task<IReadOnlyList<SearchHit>> RecentlyChanged(int count, CancellationToken cancellationToken) =>
        await Hits(catalogue => catalogue.RecentlyChanged(count), cancellationToken);

    /// <summary>Those of narrower conditions too.</summary>
    public async Task<IReadOnlyList<SearchHit>> NewestUnder(Condition condition, int count, CancellationToken cancellationToken) =>
        await Hits(catalogue => catalogue.NewestUnder(condition.Id, count, withNarrower: true), cancellationToken);

    private async Task<IReadOnlyList<SearchHit>> Hits(Func<CatalogueSnapshot, IEnumerable<IndexedTrial>> list, CancellationToken cancellationToken)
    {
        var catalogue = await index.Current(cancellationToken);
        return SearchHits.Of(catalogue, store, list(catalogue));
    }
}
