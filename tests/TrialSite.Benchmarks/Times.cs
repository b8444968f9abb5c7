using System.Diagnostics;

namespace TrialSite.Benchmarks;

/// <summary>How long each of several answers took.</summary>
internal static class Times
{
    public static void WriteHead(string what)
    {
        Console.WriteLine($"| {what} | asked | p50 ms | p99 ms | slowest ms | |");
        Console.WriteLine("|---|---|---|---|---|---|");
    }

    /// <param name="name">The line's first column.</param>
    /// <param name="questions">Each is asked once, in this order.</param>
    /// <param name="ask">What is said of the last answer.</param>
    public static async Task Measure<T>(string name, IReadOnlyCollection<T> questions, Func<T, Task<string>> ask)
    {
        var (times, said) = (new List<double>(), "");
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            said = await ask(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"| {name} | {times.Count} | {times[times.Count / 2]:0.0} | {times[times.Count * 99 / 100]:0.0} | {times[^1]:0.0} | {said} |");
    }
}
