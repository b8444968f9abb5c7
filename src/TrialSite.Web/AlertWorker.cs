using System.Data.Common;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Does the alerts' work when something happened, and every few seconds for what other processes wrote.</summary>
internal sealed partial class AlertWorker(AlertRun run, AlertSignal signal, MailOptions mail, ILogger<AlertWorker> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mail.SendInBackground && !stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAtMost(LongestWait, stoppingToken);
            await Run(stoppingToken);
        }
    }

    private async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            if (await run.Once(cancellationToken) is > 0 and var sent)
                LogSent(sent);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException or IOException or UnauthorizedAccessException)
        {
            // What is due stays due; the next round will do.
            LogNotNow(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} mails sent")]
    private partial void LogSent(int count);

    [LoggerMessage(LogLevel.Warning, "Mails could not be sent now: {Reason}")]
    private partial void LogNotNow(string reason);
}
