using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Finds who must hear of an import's changes, and writes a delivery for each.</summary>
public sealed class AlertMatcher(TrialWriter writer)
{
    /// <summary>How many deliveries were written.</summary>
    public Task<int> MatchNew(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, _ => Task.FromResult(0), cancellationToken);
}
