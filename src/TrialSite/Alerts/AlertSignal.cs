namespace TrialSite.Alerts;

/// <summary>Wakes the worker of this process before its time; nothing is lost when nobody listens.</summary>
public sealed class AlertSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        lock (signal)
        {
            if (signal.CurrentCount == 0)
                signal.Release();
        }
    }

    public Task WaitAtMost(TimeSpan longest, CancellationToken cancellationToken) => signal.WaitAsync(longest, cancellationToken);

    public void Dispose() => signal.Dispose();
}
