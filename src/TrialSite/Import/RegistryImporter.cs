using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Registry;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Brings records of the registry into the store, chunk by chunk, each shown as soon as it is written.</summary>
/// <remarks>Killed at any point it is run again: records that are in the store are recognised by their bytes and passed over unread.</remarks>
public sealed class RegistryImporter(TrialWriter writer, IServiceScopeFactory scopes, SearchIndexer search, ICatalogueMoments moments, SiteOptions site, TimeProvider time)
{
    /// <summary>Some writes take several times as long as others: meanwhile so many chunks are decided, some 30 MB each.</summary>
    private const int MostChunksAhead = 4;

    /// <param name="read">Reads the records, those apart that the given question knows by their bytes.</param>
    /// <param name="request">What the source is.</param>
    /// <param name="onProblem">Told of each record that cannot be read, or not in full.</param>
    /// <param name="progress">Told of how far it is.</param>
    /// <param name="cancellationToken">Stops it between two chunks.</param>
    /// <exception cref="ReseedRunningException">A reseed or another import is running.</exception>
    public async Task<RegistryImportReport> Import(
        Func<Func<UInt128, bool>, IAsyncEnumerable<RegistryReading>> read,
        RegistryImportRequest request,
        Action<RegistryProblem> onProblem,
        IProgress<RegistryImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var only = CatalogueStaging.TryLock(site) ?? throw new ReseedRunningException();
        await CatalogueStaging.DiscardUnfinished(writer, moments, cancellationToken);
        await search.CatchUp(cancellationToken);
        var known = await Read(db => KnownRecords.Load(db, cancellationToken));
        var report = new RegistryImportReport();
        var pace = new ChunkPace();
        await Show(RecordChunks.Read(read(known.IsSame), pace, report, onProblem, progress, cancellationToken), known, pace, report, cancellationToken);
        if (request.IsComplete)
            await MarkGone(known, request, pace, report, cancellationToken);
        await Write(db => Complete(db, cancellationToken), cancellationToken);
        return report;
    }

    /// <summary>While one chunk is written, those behind it are decided and read.</summary>
    private async Task Show(IAsyncEnumerable<ReadRecord[]> chunks, KnownRecords known, ChunkPace pace, RegistryImportReport report, CancellationToken cancellationToken)
    {
        var ahead = new Queue<(DecidedChunk Chunk, Task Written)>();
        var (before, writing) = ((DecidedChunk?)null, Task.CompletedTask);
        try
        {
            await foreach (var chunk in chunks)
            {
                // The last of several readings of one trial holds.
                var records = chunk.Reverse().DistinctBy(read => read.Record.NctId).Reverse().ToList();
                report.Confirmed += chunk.Length - records.Count;
                while (ahead.Count == MostChunksAhead || ahead.Any(earlier => records.Exists(read => earlier.Chunk.IsAbout(read.Record.NctId))))
                    await ahead.Dequeue().Written;
                before = await Decide([.. records.Select(read => read.Record.NctId)], About(records), before, cancellationToken);
                writing = Write(before, records, writing);
                ahead.Enqueue((before, writing));
            }
        }
        finally
        {
            await writing;
        }

        Func<IReadOnlyDictionary<NctId, Trial>, long, IEnumerable<RegistryDecision>> About(List<ReadRecord> records) =>
            (current, generation) => records.Select(read => RegistryDecision.About(current.GetValueOrDefault(read.Record.NctId), read, generation, time.GetUtcNow()));

        async Task Write(DecidedChunk chunk, List<ReadRecord> records, Task written)
        {
            await written;
            await Show(chunk, pace, cancellationToken);
            foreach (var read in records)
                known.Add(read, chunk.HashBefore(read.Record.NctId));
            report.New += chunk.Count(RegistryOutcome.New);
            report.Changed += chunk.Count(RegistryOutcome.Changed);
            report.Confirmed += chunk.Count(RegistryOutcome.Confirmed);
        }
    }

    private async Task MarkGone(KnownRecords known, RegistryImportRequest request, ChunkPace pace, RegistryImportReport report, CancellationToken cancellationToken)
    {
        var missing = known.Missing();
        if (report.Rejected > 0)
            report.Refusal = $"{report.Rejected:N0} records could not be read, so nothing was marked as gone. Mend or fetch them again, then import once more.";
        else if (known.MetCount < missing.Count * 4L && !request.MayShrink)
            report.Refusal = $"{missing.Count:N0} of {known.MetCount + missing.Count:N0} records are not there: more than 20 %. Nothing was marked as gone. If that is meant, say --allow-shrink.";
        else
        {
            for (var done = 0; done < missing.Count;)
            {
                var nctIds = missing.Skip(done).Take(pace.Size).ToArray();
                var chunk = await Decide(nctIds, (current, generation) => current.Values.Select(trial => RegistryDecision.Gone(trial, generation, time.GetUtcNow())), null, cancellationToken);
                await Show(chunk, pace, cancellationToken);
                done += nctIds.Length;
                report.Gone += chunk.Count(RegistryOutcome.Gone);
            }
        }
    }

    /// <param name="nctIds">The trials of the chunk.</param>
    /// <param name="decide">What becomes of them.</param>
    /// <param name="before">The last chunk that was decided. It and others may still wait to be written, about other trials; the store has no other writer of trials meanwhile.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private Task<DecidedChunk> Decide(NctId[] nctIds, Func<IReadOnlyDictionary<NctId, Trial>, long, IEnumerable<RegistryDecision>> decide, DecidedChunk? before, CancellationToken cancellationToken) =>
        // SQLite's asynchronous calls block their thread.
        Task.Run(() => Read(async db =>
        {
            var current = await db.Trials.Where(trial => nctIds.Contains(trial.NctId)).ToDictionaryAsync(trial => trial.NctId, cancellationToken);
            return new DecidedChunk(current, before?.NextGeneration ?? db.Generation + 1, decide, db, search);
        }), cancellationToken);

    /// <summary>One generation of its own: the versions, what is told of them and what searches read, in one commit.</summary>
    private Task<bool> Show(DecidedChunk chunk, ChunkPace pace, CancellationToken cancellationToken) => Write(
        async db =>
        {
            await db.CommitWithoutWaiting(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var start = time.GetTimestamp();
            if (db.Generation + 1 != chunk.Generation)
                throw new InvalidOperationException($"The catalogue stands at generation {db.Generation} and was to turn to {chunk.Generation}: somebody else wrote to it. Run the import again.");
            if (chunk.IsVisible)
            {
                var isFirst = !await db.Trials.AnyAsync(trial => trial.IsInRegistry && trial.UntilGeneration == Trial.NoEnd, cancellationToken);
                (await db.Catalogue.SingleAsync(cancellationToken)).TurnTo(chunk.Generation);
                var import = await RunningImport(db, chunk.Generation, isFirst, cancellationToken);
                import.GoOn(chunk.Generation, chunk.Decisions.Count(decision => decision.Change is not null), time.GetUtcNow());
            }
            await chunk.Write(db, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            pace.Took(chunk.Decisions.Count, time.GetElapsedTime(start));
            return chunk.IsVisible;
        },
        cancellationToken);

    /// <summary>The one of this run; or of a run before that was killed, if nothing else was shown since: together they are one import.</summary>
    private async Task<CatalogueImport> RunningImport(TrialDbContext db, long generation, bool isFirst, CancellationToken cancellationToken)
    {
        var running = await db.CatalogueImports.SingleOrDefaultAsync(import => import.State == CatalogueImportState.Running, cancellationToken);
        if (running is not null && running.LastGeneration == generation - 1)
            return running;
        running?.Complete();
        var import = CatalogueImport.Running(generation, isFirst || running is { IsFirst: true }, time.GetUtcNow());
        db.Add(import);
        return import;
    }

    private static async Task<int> Complete(TrialDbContext db, CancellationToken cancellationToken)
    {
        var running = await db.CatalogueImports.SingleOrDefaultAsync(import => import.State == CatalogueImportState.Running, cancellationToken);
        running?.Complete();
        return await db.SaveChangesAsync(cancellationToken);
    }

    private Task<T> Write<T>(Func<TrialDbContext, Task<T>> act, CancellationToken cancellationToken) => writer.WriteChunk(act, cancellationToken);

    private async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }
}
