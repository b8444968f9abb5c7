using System.Data.Common;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Brings the search index up to date and reads it before somebody asks; whoever asks earlier waits for the first reading. Keeps its file for the next start.</summary>
internal sealed partial class SearchStart(SearchIndexer indexer, CatalogueIndex index, NameLists names, EntryFile file, ILogger<SearchStart> log) : BackgroundService
{
    /// <summary>The first visitors come first.</summary>
    private static readonly TimeSpan BeforeNames = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BeforeKeeping = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await MakeReady(stoppingToken);
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Here rather than in StopAsync: every stop waits for it, and it is done once.
            await Try(KeepFile);
        }
    }

    private async Task MakeReady(CancellationToken stoppingToken)
    {
        await Try(async () => await index.Current(stoppingToken));
        await Try(() => indexer.CatchUp(stoppingToken));
        await Task.Delay(BeforeNames, stoppingToken);
        await Try(async () => names.MakeReady(await index.Current(stoppingToken)));
        await Task.Delay(BeforeKeeping, stoppingToken);
        await Try(KeepFile);
    }

    private Task KeepFile() => Task.Run(async () =>
    {
        if (!file.IsRight())
            file.Keep(await index.Current(default));
    });

    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException or IOException or UnauthorizedAccessException)
        {
            // The next reseed, import, search or start does it.
            LogNotNow(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index could not be brought up to date now: {Reason}")]
    private partial void LogNotNow(string reason);
}
