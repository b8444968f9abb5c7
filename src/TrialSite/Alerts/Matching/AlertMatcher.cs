using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>Finds who must hear of an import's changes, and writes a delivery for each.</summary>
/// <remarks>Killed at any point it begins the import again: what is there already is not written twice.</remarks>
public sealed class AlertMatcher(TrialWriter writer, IServiceScopeFactory scopes, StormGuard guard, DigestClock clock, TimeProvider time)
{
    /// <summary>How many deliveries were written.</summary>
    public async Task<int> MatchNew(CancellationToken cancellationToken)
    {
        var written = 0;
        var each = new EachByItself(cancellationToken);
        foreach (var import in await Read(db => ToMatch(db).AsNoTracking().OrderBy(import => import.Generation).ToListAsync(cancellationToken)))
            written += await each.Try(() => MatchImport(import, cancellationToken));
        each.TellFault();
        return written;
    }

    private async Task<int> MatchImport(CatalogueImport import, CancellationToken cancellationToken)
    {
        if (await Read(db => MustWait(db, import, cancellationToken)))
            return 0;
        var changes = await Read(db => MatchedChange.OfImport(db, import, cancellationToken));
        var people = await Read(db => CountPeople(db, import, changes, cancellationToken));
        var listed = await Read(db => new TrialPages(db).CountTrials(cancellationToken));
        if (!import.IsReleased && guard.ReasonToHold(import.Changes, listed, people) is not null)
        {
            await Decide(import, row => row.Hold(people), cancellationToken);
            return 0;
        }
        var written = 0;
        var now = time.GetUtcNow();
        foreach (var change in changes)
            written += await FanOut(change, import.TurnedAt, now, cancellationToken);
        await Decide(import, row => row.Finish(people), cancellationToken);
        return written;
    }

    /// <summary>Told before an older change of the same trial, a newer one would be taken back by it.</summary>
    private static async Task<bool> MustWait(TrialDbContext db, CatalogueImport import, CancellationToken cancellationToken)
    {
        var undecided = db.CatalogueImports.Where(older => older.Generation < import.Generation
            && (older.State == CatalogueImportState.Held || older.State == CatalogueImportState.ToMatch || older.State == CatalogueImportState.Running));
        return await undecided.AnyAsync(cancellationToken)
            && await db.TrialChanges.IgnoreQueryFilters()
                .Where(change => change.Generation >= import.Generation && change.Generation <= import.LastGeneration)
                .AnyAsync(change => db.TrialChanges.Any(before => before.NctId == change.NctId && undecided.Any(older => before.Generation >= older.Generation && before.Generation <= older.LastGeneration)), cancellationToken);
    }

    private static async Task<int> CountPeople(TrialDbContext db, CatalogueImport import, IReadOnlyList<MatchedChange> changes, CancellationToken cancellationToken)
    {
        var reach = new AlertReach(db, import.TurnedAt);
        foreach (var change in changes)
            await reach.Add(change.Topics, cancellationToken);
        return reach.People;
    }

    private async Task<int> FanOut(MatchedChange change, DateTimeOffset turnedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fanOut = new FanOut(change, turnedAt, clock, now);
        var written = 0;
        while (!fanOut.IsDone)
            written += await writer.Write(WriteLane.Import, db => fanOut.WriteNextChunk(db, cancellationToken), cancellationToken);
        return written;
    }

    /// <summary>Unless another process decided first.</summary>
    private Task<int> Decide(CatalogueImport import, Action<CatalogueImport> decision, CancellationToken cancellationToken) => writer.Write(
        WriteLane.Import,
        async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await ToMatch(db).SingleOrDefaultAsync(row => row.Generation == import.Generation, cancellationToken) is not { } current)
                return 0;
            decision(current);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return 1;
        },
        cancellationToken);

    private static IQueryable<CatalogueImport> ToMatch(TrialDbContext db) => db.CatalogueImports.Where(import => import.State == CatalogueImportState.ToMatch);

    private async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }
}
