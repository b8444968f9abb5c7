using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>The rows of a generation that readers do not see yet: docs/decisions/0001-catalogue-generations.md.</summary>
internal static class CatalogueStaging
{
    private const int ChunkSize = 1000;

    /// <summary>Reseeds and imports change the catalogue one after the other; null while another does.</summary>
    public static FileLock? TryLock(SiteOptions site) => FileLock.TryAcquire(Path.Combine(site.DataFolder, "reseed.lock"));

    /// <summary>Saves a chunk; true when it holds rows of a generation to come.</summary>
    public static async Task<bool> Save(TrialDbContext db, CancellationToken cancellationToken)
    {
        var isStaged = db.ChangeTracker.Entries<Trial>().Any(entry => entry.State == EntityState.Added);
        await db.SaveChangesAsync(cancellationToken);
        return isStaged;
    }

    /// <summary>Readers see the generation, and whoever follows its trials is to hear of it: both in one commit.</summary>
    public static async Task<bool> TurnTo(TrialDbContext db, long generation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isFirst = !await db.Trials.AnyAsync(cancellationToken);
        var changes = await db.TrialChanges.IgnoreQueryFilters().CountAsync(change => change.Generation == generation, cancellationToken);
        var catalogue = await db.Catalogue.SingleAsync(cancellationToken);
        catalogue.TurnTo(generation);
        if (changes > 0)
            db.Add(CatalogueImport.Of(generation, changes, isFirst, now));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes back what a reseed left that was killed before its generation was shown.</summary>
    public static async Task DiscardUnfinished(TrialWriter writer, ICatalogueMoments moments, CancellationToken cancellationToken)
    {
        // Mostly there is nothing; it asks for the same three.
        if (!moments.HasUnfinished())
            return;
        await UntilNothingIsLeft(db => db.TrialChanges.IgnoreQueryFilters().Where(change => change.Generation > db.Generation)
            .Take(ChunkSize).ExecuteDeleteAsync(cancellationToken));
        await UntilNothingIsLeft(db => db.Trials.IgnoreQueryFilters().Where(trial => trial.FromGeneration > db.Generation)
            .Take(ChunkSize).ExecuteDeleteAsync(cancellationToken));
        await UntilNothingIsLeft(db => db.Trials.IgnoreQueryFilters().Where(trial => trial.UntilGeneration > db.Generation && trial.UntilGeneration < Trial.NoEnd)
            .Take(ChunkSize).ExecuteUpdateAsync(update => update.SetProperty(trial => trial.UntilGeneration, Trial.NoEnd), cancellationToken));

        async Task UntilNothingIsLeft(Func<TrialDbContext, Task<int>> discard)
        {
            while (await writer.WriteChunk(discard, cancellationToken) > 0)
            {
            }
        }
    }
}
