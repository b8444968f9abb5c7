using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Makes the store say what the editors' files say: staged in chunks out of readers' sight, then shown at once.</summary>
public sealed class SeedImporter(TrialWriter writer, IServiceScopeFactory scopes, SearchIndexer search, ICatalogueMoments moments, SiteOptions site, StormGuard guard, TimeProvider time)
{
    private const int ChunkSize = 50;

    /// <exception cref="ReseedRunningException">Another reseed is running.</exception>
    /// <exception cref="ReseedRefusedException">The folder is not there.</exception>
    public async Task<ImportReport> Reseed(ReseedRequest request, IProgress<ReseedProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(request.Folder))
            throw new ReseedRefusedException($"There is no folder {request.Folder}. Name the folder with the seeds, or set Seeds:Folder.");
        using var only = request.IsDryRun ? null : CatalogueStaging.TryLock(site) ?? throw new ReseedRunningException();
        var plan = await ReadPlan(request, progress, cancellationToken);
        var report = new ImportReport(request.IsDryRun);
        if (plan.IsShrinking && !request.MayShrink)
        {
            report.Refuse($"{plan.FileCount} files, but {plan.ListedCount} trials are listed: fewer than 80 %. Nothing was changed. If that is meant, say --allow-shrink.");
            return report;
        }
        foreach (var row in plan.Rejected)
            report.Add(row);
        report.AddUnchanged(plan.UnchangedCount);
        if (!plan.IsDone)
            await Stage(plan, report, progress, cancellationToken);
        if (!request.IsDryRun)
            await search.CatchUp(cancellationToken);
        if (request.IsDryRun)
            await Read(db => DryRunReach.Count(db, report, plan.ListedCount, guard, time.GetUtcNow(), cancellationToken));
        return report;
    }

    private async Task<SeedPlan> ReadPlan(ReseedRequest request, IProgress<ReseedProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.NewStore is { } store)
        {
            var plan = await SeedPlan.Read(request, known: [], conditionNames: () => Task.FromResult<List<string>>([]), progress, cancellationToken);
            await store;
            // Another process may have made it at the same time, and filled it.
            if (moments.Now().Generation == 0)
                return plan;
        }
        return await SeedPlan.Read(request, moments.Seeds(), () => Read(db => db.Conditions.Select(condition => condition.Name).ToListAsync(cancellationToken)), progress, cancellationToken);
    }

    private async Task Stage(SeedPlan plan, ImportReport report, IProgress<ReseedProgress>? progress, CancellationToken cancellationToken)
    {
        if (!report.IsDryRun)
            await CatalogueStaging.DiscardUnfinished(writer, moments, cancellationToken);
        var generation = await Read(db => Task.FromResult(db.Generation + 1));
        var total = plan.Seeds.Count + plan.Gone.Count;
        var done = 0;
        var isStaged = false;
        foreach (var chunk in plan.Seeds.Chunk(ChunkSize))
            await Next(chunk.Length, db => Decide(db, chunk, generation, cancellationToken));
        foreach (var chunk in plan.Gone.Chunk(ChunkSize))
            await Next(chunk.Length, db => DecideGone(db, chunk, generation, cancellationToken));
        if (isStaged)
            await Import(db => CatalogueStaging.TurnTo(db, generation, time.GetUtcNow(), cancellationToken), cancellationToken);

        async Task Next(int count, Func<TrialDbContext, Task<List<ImportRow>>> decide)
        {
            progress?.Report(new(report.IsDryRun ? "Comparing" : "Writing", done, total));
            foreach (var row in report.IsDryRun ? await Read(decide) : await Import(db => Save(db, decide), cancellationToken))
                report.Add(row);
            done += count;
        }

        async Task<List<ImportRow>> Save(TrialDbContext db, Func<TrialDbContext, Task<List<ImportRow>>> decide)
        {
            var rows = await decide(db);
            isStaged |= await CatalogueStaging.Save(db, cancellationToken);
            return rows;
        }
    }

    private async Task<List<ImportRow>> Decide(TrialDbContext db, PlannedSeed[] chunk, long generation, CancellationToken cancellationToken)
    {
        var ids = chunk.Select(seed => seed.NctId).ToList();
        var current = await db.Trials.Where(trial => ids.Contains(trial.NctId)).ToDictionaryAsync(trial => trial.NctId, cancellationToken);
        await NamedConditions.Keep(db, chunk.SelectMany(seed => seed.Document.Conditions), cancellationToken);
        var rows = new List<ImportRow>();
        foreach (var seed in chunk)
        {
            var decision = SeedDecision.About(current.GetValueOrDefault(seed.NctId), seed, generation, time.GetUtcNow());
            rows.Add(Stage(db, decision, seed.File.FileName, seed.NctId));
        }
        return rows;
    }

    private async Task<List<ImportRow>> DecideGone(TrialDbContext db, NctId[] chunk, long generation, CancellationToken cancellationToken)
    {
        var current = await db.Trials.Where(trial => chunk.Contains(trial.NctId)).ToListAsync(cancellationToken);
        return [.. current.Select(trial => Stage(db, SeedDecision.Gone(trial, generation, time.GetUtcNow()), trial.Seed!.FileName, trial.NctId))];
    }

    private static ImportRow Stage(TrialDbContext db, SeedDecision decision, string fileName, NctId nctId)
    {
        if (decision.NextVersion is { } next)
            db.Add(next);
        if (decision.Change is { } change)
            db.Add(change);
        return new(fileName, nctId, decision.Outcome, decision.Problems, decision.Change?.Differences ?? [], decision.NextVersion?.Title)
        {
            Topics = decision is { Change: { } told, NextVersion: { } version } ? ChangeTopics.Of(told, version) : [],
        };
    }

    private async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }

    private Task<T> Import<T>(Func<TrialDbContext, Task<T>> act, CancellationToken cancellationToken) => writer.WriteChunk(act, cancellationToken);
}
