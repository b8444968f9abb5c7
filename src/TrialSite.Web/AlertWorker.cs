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
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // A fault of ours must end neither the site nor what other mails need. Its message may name a topic or an address: where it was is enough.
            LogFault(fault.GetType().Name, fault.StackTrace);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} mails sent")]
    private partial void LogSent(int count);

    [LoggerMessage(LogLevel.Warning, "Mails could not be sent now: {Reason}")]
    private partial void LogNotNow(string reason);

    [LoggerMessage(LogLevel.Error, "A part of the mails' work failed and is tried again: {Cause} {Place}")]
    private partial void LogFault(string cause, string? place);
}
