using System.Data.Common;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Looks once whether the store's file is sound, and keeps it in order: <see cref="IStoreUpkeep.Tidy"/>.</summary>
/// <remarks>Not before a minute has passed: to look reads the whole file, and the first visitors wait for the same disk.</remarks>
internal sealed partial class StoreUpkeep(IStoreUpkeep store, ILogger<StoreUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval);
        await timer.WaitForNextTickAsync(stoppingToken);
        await Try(LookForDamage, stoppingToken);
        do
            await Try(store.Tidy, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookForDamage(CancellationToken cancellationToken)
    {
        if (await store.FindDamage(cancellationToken) is { } damage)
            LogDamage(damage);
    }

    private async Task Try(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException or IOException or UnauthorizedAccessException)
        {
            // Pages are served all the same; the next minute will do.
            LogNotNow(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database could not be looked after now: {Reason}")]
    private partial void LogNotNow(string reason);

    [LoggerMessage(LogLevel.Critical, "The database is damaged: {Damage}. Stop the site and restore a backup")]
    private partial void LogDamage(string damage);
}
