using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>What the pages read, each from one generation of the catalogue.</summary>
public sealed class TrialPages(TrialDbContext db)
{
    public Task<Trial?> TrialByNctId(NctId nctId, CancellationToken cancellationToken) =>
        db.Trials.SingleOrDefaultAsync(trial => trial.NctId == nctId, cancellationToken);

    /// <summary>The trial that the registry once had under the number.</summary>
    public Task<NctId?> NctIdByAlias(NctId alias, CancellationToken cancellationToken) =>
        db.TrialAliases.Where(row => row.Alias == alias).Select(row => row.NctId).SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>Also of trials that are no longer listed: their pages still lead to it.</summary>
    public Task<Condition?> ConditionBySlug(string slug, CancellationToken cancellationToken) =>
        db.TrialConditions.Where(link => link.Condition.Slug == slug)
            .Select(link => link.Condition).FirstOrDefaultAsync(cancellationToken);

    public Task<int> CountTrials(CancellationToken cancellationToken) => Listed.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<TrialHit>> Newest(int count, CancellationToken cancellationToken) =>
        await ToHits(NewestFirst(Listed).Take(count)).ToListAsync(cancellationToken);

    /// <summary>Those whose content changed after they were first seen.</summary>
    public async Task<IReadOnlyList<TrialHit>> RecentlyChanged(int count, CancellationToken cancellationToken) =>
        await ToHits(Listed.Where(trial => trial.LastUpdated > trial.FirstSeen)
            .OrderByDescending(trial => trial.LastUpdated).ThenByDescending(trial => trial.NctId).Take(count)).ToListAsync(cancellationToken);

    public Task<TrialList> AllTrials(int page, CancellationToken cancellationToken) => PageOf(Listed, page, cancellationToken);

    public Task<TrialList> TrialsUnder(Condition condition, int page, CancellationToken cancellationToken) =>
        PageOf(db.TrialConditions.Where(link => link.ConditionId == condition.Id && link.Trial.IsListed).Select(link => link.Trial), page, cancellationToken);

    public async Task<TrialHistory> HistoryOf(NctId nctId, int page, CancellationToken cancellationToken)
    {
        var changes = db.TrialChanges.Where(change => change.NctId == nctId);
        var total = await changes.CountAsync(cancellationToken);
        var onPage = await changes.OrderByDescending(change => change.ToVersion).Skip(ListPage.Before(page, total)).Take(ListPage.Size).ToListAsync(cancellationToken);
        return new(onPage, total, page);
    }

    /// <summary>Every condition with a listed trial, by name.</summary>
    public async Task<IReadOnlyList<ConditionHit>> Conditions(CancellationToken cancellationToken)
    {
        var hits = await db.TrialConditions.Where(link => link.Trial.IsListed)
            .GroupBy(link => new { link.Condition.Slug, link.Condition.Name })
            .Select(group => new ConditionHit(group.Key.Slug, group.Key.Name, group.Count()))
            .ToListAsync(cancellationToken);
        return [.. hits.OrderBy(hit => hit.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private IQueryable<Trial> Listed => db.Trials.Where(trial => trial.IsListed);

    private static async Task<TrialList> PageOf(IQueryable<Trial> trials, int page, CancellationToken cancellationToken)
    {
        var total = await trials.CountAsync(cancellationToken);
        var hits = await ToHits(NewestFirst(trials).Skip(ListPage.Before(page, total)).Take(ListPage.Size)).ToListAsync(cancellationToken);
        return new(hits, total, page);
    }

    private static IOrderedQueryable<Trial> NewestFirst(IQueryable<Trial> trials) =>
        trials.OrderByDescending(trial => trial.FirstSeen).ThenByDescending(trial => trial.NctId);

    private static IQueryable<TrialHit> ToHits(IQueryable<Trial> trials) =>
        trials.Select(trial => new TrialHit(trial.NctId, trial.Title, trial.FirstSeen, trial.LastUpdated, trial.IsListed));
}
