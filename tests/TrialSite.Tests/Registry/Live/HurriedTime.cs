using Microsoft.Extensions.Time.Testing;

namespace TrialSite.Tests.Registry.Live;

/// <summary>Time that stands still until somebody waits: then the wait is over at once, and noted.</summary>
internal sealed class HurriedTime() : FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero))
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Waits.Add(dueTime);
        _ = Task.Run(() => Advance(dueTime));
        return timer;
    }
}
