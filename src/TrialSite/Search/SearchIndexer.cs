using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>Keeps what lists and searches read in step with the trials.</summary>
public sealed class SearchIndexer(TrialWriter writer, ISearchStore store)
{
    private const int ChunkSize = 200;

    /// <summary>Makes what the index takes of versions that are current, or about to be; what is returned puts it in, within the caller's transaction.</summary>
    public Func<TrialDbContext, CancellationToken, Task> Put(IReadOnlyList<Trial> trials)
    {
        if (trials.Count == 0)
            return (_, _) => Task.CompletedTask;
        var put = store.Put(trials);
        var generation = trials.Max(trial => trial.FromGeneration);
        return async (db, cancellationToken) =>
        {
            put(db);
            // A generation that nobody indexed yet is not passed over.
            await db.Catalogue.Where(row => row.IndexedGeneration == generation - 1)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.IndexedGeneration, generation), cancellationToken);
        };
    }

    /// <summary>Indexes what became visible without <see cref="Put"/>: a reseed's generation, or what a killed process left.</summary>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        if (!store.IsBehind())
            return;
        var last = (Generation: 0L, Id: 0);
        while (await writer.WriteChunk(db => NextChunk(db, last, cancellationToken), cancellationToken) is { } next)
            last = next;
    }

    /// <summary>The last trial of the chunk, or null when the index holds all that readers see.</summary>
    private async Task<(long, int)?> NextChunk(TrialDbContext db, (long Generation, int Id) last, CancellationToken cancellationToken)
    {
        var catalogue = await db.Catalogue.AsNoTracking().SingleAsync(cancellationToken);
        if (catalogue.IndexedGeneration == catalogue.Generation)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var from = Math.Max(last.Generation, catalogue.IndexedGeneration + 1);
        var after = last.Generation == from ? last.Id : 0;
        var trials = await db.Trials.AsNoTracking()
            .Where(trial => trial.FromGeneration > from || (trial.FromGeneration == from && trial.Id > after))
            .OrderBy(trial => trial.FromGeneration).ThenBy(trial => trial.Id)
            .Take(ChunkSize).ToListAsync(cancellationToken);
        store.Put(trials)(db);
        var indexed = trials.Count < ChunkSize ? catalogue.Generation : trials[^1].FromGeneration - 1;
        await db.Catalogue.ExecuteUpdateAsync(update => update.SetProperty(row => row.IndexedGeneration, indexed), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return trials is [.., var final] ? (final.FromGeneration, final.Id) : null;
    }
}
