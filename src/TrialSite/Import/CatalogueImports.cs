using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>How many changes of an import are of one kind and level.</summary>
public sealed record ChangeCount(TrialChangeKind Kind, ChangeLevel Level, int Count);

/// <summary>An import as an editor looks at it before deciding.</summary>
public sealed record ImportSummary(CatalogueImport Import, IReadOnlyList<ChangeCount> Counts, IReadOnlyList<TrialChange> Sample);

/// <summary>The imports that changed trials, and an editor's decision about one that is held.</summary>
public sealed class CatalogueImports(TrialDbContext db, TrialWriter writer)
{
    private const int MostListed = 50;
    private const int SampleSize = 10;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<CatalogueImport>> Newest(CancellationToken cancellationToken) =>
        await db.CatalogueImports.OrderByDescending(import => import.Generation).Take(MostListed).ToListAsync(cancellationToken);

    public async Task<ImportSummary?> Summary(long generation, CancellationToken cancellationToken)
    {
        if (await db.CatalogueImports.SingleOrDefaultAsync(row => row.Generation == generation, cancellationToken) is not { } import)
            return null;
        var changes = db.TrialChanges.Where(change => change.Generation >= import.Generation && change.Generation <= import.LastGeneration);
        var counts = await changes.GroupBy(change => new { change.Kind, change.Level })
            .Select(group => new ChangeCount(group.Key.Kind, group.Key.Level, group.Count()))
            .ToListAsync(cancellationToken);
        var sample = await changes.OrderByDescending(change => change.Level).ThenBy(change => change.Id).Take(SampleSize).ToListAsync(cancellationToken);
        return new(import, [.. counts.OrderBy(count => count.Kind).ThenByDescending(count => count.Level)], sample);
    }

    /// <summary>False when it is not held: nothing was done.</summary>
    public Task<bool> Release(long generation, CancellationToken cancellationToken) => Decide(generation, import => import.Release(), cancellationToken);

    /// <inheritdoc cref="Release"/>
    public Task<bool> Discard(long generation, CancellationToken cancellationToken) => Decide(generation, import => import.Discard(), cancellationToken);

    private Task<bool> Decide(long generation, Action<CatalogueImport> decision, CancellationToken cancellationToken) => writer.Write(
        WriteLane.People,
        async store =>
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
            var held = await store.CatalogueImports.SingleOrDefaultAsync(row => row.Generation == generation && row.State == CatalogueImportState.Held, cancellationToken);
            if (held is null)
                return false;
            decision(held);
            await store.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
