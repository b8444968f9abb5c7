using System.Data.Common;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TrialSite.Import;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Brings the store up to date before the first request, reseeds, and says in one line that the site is ready.</summary>
internal sealed partial class CatalogueStart(
    IStoreUpkeep store,
    SeedImporter importer,
    ICatalogueMoments moments,
    CatalogueIndex index,
    IServer server,
    IHostApplicationLifetime lifetime,
    SiteOptions site,
    SeedOptions seeds,
    ILogger<CatalogueStart> log) : BackgroundService
{
    /// <summary>A large reseed goes on while the site already shows the generation before it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WaitForAnother = TimeSpan.FromMilliseconds(500);

    private Task migration = Task.CompletedTask;
    private Task<string> reseed = Task.FromResult("reseed on start is off");
    private bool isNew;

    /// <summary>Goes on beside the rest of the start: to make a store, or to read the index of a whole registry, takes longest. What the reseed brings comes on top.</summary>
    public void Begin()
    {
        isNew = !File.Exists(site.DatabaseFile);
        migration = Task.Run(async () =>
        {
            await store.Migrate(lifetime.ApplicationStopping);
            _ = index.Current(lifetime.ApplicationStopping).AsTask();
        });
        if (isNew)
            BeginReseed(newStore: migration);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await migration;
        if (!isNew)
            BeginReseed(newStore: null);
        if (moments.Now().Generation == 0)
            await reseed.WaitAsync(cancellationToken);
        else
            await Task.WhenAny(reseed, Task.Delay(LongestWait, cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, Task.Delay(Timeout.Infinite, stoppingToken));
        if (stoppingToken.IsCancellationRequested)
            return;
        var addresses = string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        var count = (await index.Current(stoppingToken)).Count;
        LogReady(site.Name, addresses, count == 1 ? "1 trial" : $"{count} trials", reseed.IsCompleted ? await reseed : "reseed is still running", site.DataFolder);
        if (!reseed.IsCompleted)
            LogReseeded(await reseed.WaitAsync(stoppingToken));
    }

    private void BeginReseed(Task? newStore)
    {
        if (seeds.ReseedOnStart)
            reseed = Task.Run(() => Reseed(new(seeds.Folder) { NewStore = newStore }, lifetime.ApplicationStopping));
    }

    private async Task<string> Reseed(ReseedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var report = await ReseedWhenFree(request, cancellationToken);
            foreach (var row in report.Rows.Where(row => row.Outcome == SeedOutcome.Rejected))
                LogRejected(row.FileName, row.Problems.Count);
            return report.Refusal is { } refusal ? $"reseed refused: {refusal}" : report.Totals;
        }
        catch (Exception fault) when (fault is ReseedRefusedException or StoreUnavailableException or DbException or IOException or UnauthorizedAccessException)
        {
            // The site shows what it showed before; the ready line says so.
            return $"not reseeded: {fault.Message}";
        }
    }

    private async Task<ImportReport> ReseedWhenFree(ReseedRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await importer.Reseed(request, progress: null, cancellationToken);
            }
            catch (ReseedRunningException)
            {
                // The other one may have begun before our seeds were there.
                await Task.Delay(WaitForAnother, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{SiteName} is ready at {Addresses}: {Trials} ({Reseed}), data in {DataFolder}")]
    private partial void LogReady(string siteName, string addresses, string trials, string reseed, string dataFolder);

    [LoggerMessage(LogLevel.Information, "Reseeded: {Reseed}")]
    private partial void LogReseeded(string reseed);

    [LoggerMessage(LogLevel.Warning, "Seed {FileName} was rejected with {ProblemCount} problems; say 'trialsite check' to see them")]
    private partial void LogRejected(string fileName, int problemCount);
}
