using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Erases what is kept long enough.</summary>
public sealed class Retention(TrialWriter writer)
{
    public Task EraseOld(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, _ => Task.FromResult(0), cancellationToken);
}
