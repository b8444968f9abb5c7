using System.Data.Common;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Brings the search index up to date and reads it before somebody asks; whoever asks earlier waits for the first reading.</summary>
internal sealed partial class SearchStart(SearchIndexer indexer, CatalogueIndex index, ILogger<SearchStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await indexer.CatchUp(stoppingToken);
            await index.Current(stoppingToken);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException)
        {
            // The next reseed, import or search does it.
            LogNotNow(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index could not be brought up to date now: {Reason}")]
    private partial void LogNotNow(string reason);
}
