using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Registry;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Brings records of the registry into the store, chunk by chunk, each shown as soon as it is written.</summary>
/// <remarks>Killed at any point it is run again: records that are in the store are recognised by their bytes and passed over unread.</remarks>
public sealed class RegistryImporter(TrialWriter writer, IServiceScopeFactory scopes, SearchIndexer search, SiteOptions site, TimeProvider time)
{
    private const int ChunkSize = 500;
    private const int ChunksAhead = 4;

    /// <summary>Lets other processes' sign-ups in between two chunks; within this process the writer does.</summary>
    private static readonly TimeSpan PauseBetweenChunks = TimeSpan.FromMilliseconds(10);

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
        await CatalogueStaging.DiscardUnfinished(writer, cancellationToken);
        await search.CatchUp(cancellationToken);
        var known = await Read(db => KnownRecords.Load(db, cancellationToken));
        var report = new RegistryImportReport();
        await foreach (var chunk in ReadAhead(read(known.IsSame), report, onProblem, progress, cancellationToken))
            await Write(chunk, known, report, cancellationToken);
        if (request.IsComplete)
            await MarkGone(known, request, report, cancellationToken);
        await Write(db => Complete(db, cancellationToken), cancellationToken);
        return report;
    }

    /// <summary>The next chunks are read while one is written.</summary>
    private static async IAsyncEnumerable<ReadRecord[]> ReadAhead(
        IAsyncEnumerable<RegistryReading> readings,
        RegistryImportReport report,
        Action<RegistryProblem> onProblem,
        IProgress<RegistryImportProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<ReadRecord[]>(ChunksAhead);
        var reading = Task.Run(() => ReadAll(), stop.Token);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
                yield return chunk;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }

        async Task ReadAll()
        {
            var count = 0L;
            try
            {
                var chunk = new List<ReadRecord>(ChunkSize);
                await foreach (var next in readings.WithCancellation(stop.Token))
                {
                    if (next.IsRecord)
                        chunk.Add(new(next.Record, next.SourceHash));
                    else if (next.IsProblem)
                        Tell(next.Problem);
                    else
                        report.Unchanged++;
                    if (chunk.Count == ChunkSize)
                        await Send(chunk);
                    if (++count % ChunkSize == 0)
                        progress?.Report(new(count));
                }
                await Send(chunk);
                chunks.Writer.Complete();
            }
            catch (Exception fault)
            {
                // Whoever waits for the next chunk is told.
                chunks.Writer.Complete(fault);
            }
        }

        async Task Send(List<ReadRecord> chunk)
        {
            await chunks.Writer.WriteAsync([.. chunk], stop.Token);
            chunk.Clear();
        }

        void Tell(RegistryProblem problem)
        {
            onProblem(problem);
            if (problem.LosesRecord)
                report.Rejected++;
        }
    }

    private async Task Write(ReadRecord[] chunk, KnownRecords known, RegistryImportReport report, CancellationToken cancellationToken)
    {
        // The last of several readings of one trial holds.
        var records = chunk.Reverse().DistinctBy(read => read.Record.NctId).Reverse().ToList();
        report.Confirmed += chunk.Length - records.Count;
        var before = new Dictionary<NctId, string?>();
        var decisions = await Write(
            db => Show(
                db,
                [.. records.Select(read => read.Record.NctId)],
                (current, generation) => records.Select(read =>
                {
                    var trial = current.GetValueOrDefault(read.Record.NctId);
                    before[read.Record.NctId] = trial?.SourceHash;
                    return RegistryDecision.About(trial, read, generation, time.GetUtcNow());
                }),
                cancellationToken),
            cancellationToken);
        foreach (var read in records)
            known.Add(read, before[read.Record.NctId]);
        report.New += decisions.Count(decision => decision.Outcome == RegistryOutcome.New);
        report.Changed += decisions.Count(decision => decision.Outcome == RegistryOutcome.Changed);
        report.Confirmed += decisions.Count(decision => decision.Outcome == RegistryOutcome.Confirmed);
        await Task.Delay(PauseBetweenChunks, cancellationToken);
    }

    private async Task MarkGone(KnownRecords known, RegistryImportRequest request, RegistryImportReport report, CancellationToken cancellationToken)
    {
        var missing = known.Missing();
        if (report.Rejected > 0)
            report.Refusal = $"{report.Rejected:N0} records could not be read, so nothing was marked as gone. Mend or fetch them again, then import once more.";
        else if (known.MetCount < missing.Count * 4L && !request.MayShrink)
            report.Refusal = $"{missing.Count:N0} of {known.MetCount + missing.Count:N0} records are not there: more than 20 %. Nothing was marked as gone. If that is meant, say --allow-shrink.";
        else
            foreach (var chunk in missing.Chunk(ChunkSize))
                report.Gone += (await Write(db => Show(db, chunk, (current, generation) => current.Values.Select(trial => RegistryDecision.Gone(trial, generation, time.GetUtcNow())), cancellationToken), cancellationToken)).Count;
    }

    /// <summary>One generation of its own: the versions, what is told of them and what searches read, in one commit.</summary>
    private async Task<IReadOnlyList<RegistryDecision>> Show(
        TrialDbContext db,
        NctId[] nctIds,
        Func<IReadOnlyDictionary<NctId, Trial>, long, IEnumerable<RegistryDecision>> decide,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var generation = db.Generation + 1;
        var current = await db.Trials.Where(trial => nctIds.Contains(trial.NctId)).ToDictionaryAsync(trial => trial.NctId, cancellationToken);
        var isFirst = !await db.Trials.AnyAsync(trial => trial.IsInRegistry && trial.UntilGeneration == Trial.NoEnd, cancellationToken);
        var decisions = decide(current, generation).ToList();
        db.AddRange(decisions.Where(decision => decision.Shown.Id == 0).Select(decision => decision.Shown));
        db.AddRange(decisions.Select(decision => decision.Change).OfType<TrialChange>());
        await TrialAliases.Keep(db, [.. decisions.Select(decision => decision.Shown)], cancellationToken);
        if (decisions.Exists(decision => decision.Outcome != RegistryOutcome.Confirmed))
        {
            (await db.Catalogue.SingleAsync(cancellationToken)).TurnTo(generation);
            var import = await RunningImport(db, generation, isFirst, cancellationToken);
            import.GoOn(generation, decisions.Count(decision => decision.Change is not null), time.GetUtcNow());
        }
        await db.SaveChangesAsync(cancellationToken);
        await search.Put(db, [.. decisions.Select(decision => decision.Shown)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return decisions;
    }

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

    private Task<T> Write<T>(Func<TrialDbContext, Task<T>> act, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, act, cancellationToken);

    private async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }
}
