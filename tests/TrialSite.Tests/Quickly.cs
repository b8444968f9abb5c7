using System.Diagnostics;

namespace TrialSite.Tests;

internal static class Quickly
{
    private const int Tries = 3;

    /// <summary>Other work on the machine only ever makes it later: once within the limit is enough.</summary>
    public static async Task Within(TimeSpan limit, Func<Task> act)
    {
        var times = new List<TimeSpan>();
        while (times.Count < Tries && !times.Exists(time => time <= limit))
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(start));
        }
        Assert.True(times.Min() <= limit, $"It took {string.Join(", ", times)}, longer than {limit}.");
    }

    public static Task Within(TimeSpan limit, Action act) => Within(limit, () =>
    {
        act();
        return Task.CompletedTask;
    });
}
