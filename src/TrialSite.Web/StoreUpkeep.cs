using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Looks once whether the store's file is sound, then keeps it small and its statistics fresh.</summary>
internal sealed partial class StoreUpkeep(IStoreUpkeep store, ILogger<StoreUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (await store.FindDamage(stoppingToken) is { } damage)
            LogDamage(damage);
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Tidy(stoppingToken);
    }

    private async Task Tidy(CancellationToken cancellationToken)
    {
        try
        {
            await store.Tidy(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // Somebody is writing: the next minute will do.
        }
    }

    [LoggerMessage(LogLevel.Critical, "The database is damaged: {Damage}. Stop the site and restore a backup")]
    private partial void LogDamage(string damage);
}
