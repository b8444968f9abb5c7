using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>The lists of the pages: which trials, from the index in memory; their rows, from the store.</summary>
public sealed class TrialLists(TrialDbContext db, CatalogueIndex index)
{
    public async Task<int> CountTrials(CancellationToken cancellationToken) => (await index.Current(cancellationToken)).Count;

    public async Task<IReadOnlyList<TrialHit>> Newest(int count, CancellationToken cancellationToken) =>
        await Hits((await index.Current(cancellationToken)).Newest(count), cancellationToken);

    /// <summary>All trials part by part: the newest behind the one that a reader has seen last.</summary>
    public async Task<IReadOnlyList<(IndexedTrial Trial, string Title)>> NewestBehind(ListCursor? after, int count, CancellationToken cancellationToken)
    {
        var trials = (await index.Current(cancellationToken)).Newest(count, after);
        var ids = trials.Select(trial => trial.NctId).ToList();
        var titles = await db.Trials.Where(trial => ids.Contains(trial.NctId)).Select(trial => new { trial.NctId, trial.Title }).ToDictionaryAsync(row => row.NctId, row => row.Title, cancellationToken);
        return [.. trials.Select(trial => (trial, titles.GetValueOrDefault(trial.NctId) ?? trial.NctId.Value))];
    }

    /// <summary>Those whose content changed after they were first seen.</summary>
    public async Task<IReadOnlyList<TrialHit>> RecentlyChanged(int count, CancellationToken cancellationToken) =>
        await Hits((await index.Current(cancellationToken)).RecentlyChanged(count), cancellationToken);

    /// <summary>Those of narrower conditions too.</summary>
    public async Task<IReadOnlyList<TrialHit>> NewestUnder(Condition condition, int count, CancellationToken cancellationToken) =>
        await Hits((await index.Current(cancellationToken)).NewestUnder(condition.Id, count, withNarrower: true), cancellationToken);

    /// <summary>A trial that was shown anew since the list was made is left out when it is no longer there.</summary>
    public async Task<IReadOnlyList<TrialHit>> Hits(IReadOnlyList<IndexedTrial> trials, CancellationToken cancellationToken)
    {
        var ids = trials.Select(trial => trial.NctId).ToList();
        var hits = await db.Trials.Where(trial => ids.Contains(trial.NctId))
            .Select(trial => new TrialHit(trial.NctId, trial.Title, trial.FirstSeen, trial.LastUpdated, trial.IsListed)).ToDictionaryAsync(hit => hit.NctId, cancellationToken);
        return [.. ids.Where(hits.ContainsKey).Select(id => hits[id])];
    }
}
