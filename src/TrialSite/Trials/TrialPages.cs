using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>What the pages read, each from one generation of the catalogue.</summary>
public sealed class TrialPages(TrialDbContext db)
{
    public Task<Trial?> TrialByNctId(NctId nctId, CancellationToken cancellationToken) =>
        CompiledQueries.Of(db).TrialByNctId(db, nctId, cancellationToken);

    /// <summary>The trial that the registry once had under the number.</summary>
    public Task<NctId?> NctIdByAlias(NctId alias, CancellationToken cancellationToken) =>
        db.TrialAliases.Where(row => row.Alias == alias).Select(row => row.NctId).SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>Also of trials that are no longer listed: their pages still lead to it.</summary>
    public Task<Condition?> ConditionBySlug(string slug, CancellationToken cancellationToken) =>
        CompiledQueries.Of(db).ConditionBySlug(db, slug, cancellationToken);

    /// <summary>As the index has them; those that are no longer listed stand at its end.</summary>
    public async Task<int> CountTrials(CancellationToken cancellationToken) =>
        await db.SearchEntries.CountAsync(cancellationToken) - await db.SearchEntries.CountAsync(entry => entry.Id >= RowOrder.FirstGone, cancellationToken);

    /// <summary>The last change of each of some trials, for those that have one.</summary>
    public async Task<IReadOnlyDictionary<NctId, TrialChange>> LastChanges(IReadOnlyList<NctId> trials, CancellationToken cancellationToken) =>
        await db.TrialChanges
            .Where(change => trials.Contains(change.NctId) && !db.TrialChanges.Any(later => later.NctId == change.NctId && later.ToVersion > change.ToVersion))
            .ToDictionaryAsync(change => change.NctId, cancellationToken);

    public async Task<TrialHistory> HistoryOf(NctId nctId, int page, CancellationToken cancellationToken)
    {
        var changes = db.TrialChanges.Where(change => change.NctId == nctId);
        var total = await changes.CountAsync(cancellationToken);
        var onPage = await changes.OrderByDescending(change => change.ToVersion).Skip(ListPage.Before(page, total)).Take(ListPage.Size).ToListAsync(cancellationToken);
        return new(onPage, total, page);
    }
}
