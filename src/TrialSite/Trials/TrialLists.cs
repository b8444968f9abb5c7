using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>The lists of the pages: which trials, from the index in memory; their titles, from the store.</summary>
public sealed class TrialLists(TrialDbContext db, CatalogueIndex index, ISearchStore store)
{
    public async Task<int> CountTrials(CancellationToken cancellationToken) => (await index.Current(cancellationToken)).Count;

    public async Task<IReadOnlyList<SearchHit>> Newest(int count, CancellationToken cancellationToken) =>
        await Hits(catalogue => catalogue.Newest(count), cancellationToken);

    /// <summary>All trials part by part: the newest behind the one that a reader has seen last.</summary>
    public async Task<IReadOnlyList<(IndexedTrial Trial, string Title)>> NewestBehind(ListCursor? after, int count, CancellationToken cancellationToken)
    {
        var trials = (await index.Current(cancellationToken)).Newest(count, after);
        var ids = trials.Select(trial => trial.NctId).ToList();
        var titles = await db.Trials.Where(trial => ids.Contains(trial.NctId)).Select(trial => new { trial.NctId, trial.Title }).ToDictionaryAsync(row => row.NctId, row => row.Title, cancellationToken);
        return [.. trials.Select(trial => (trial, titles.GetValueOrDefault(trial.NctId) ?? trial.NctId.Value))];
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
