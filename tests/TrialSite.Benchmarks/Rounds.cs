using System.Diagnostics;

namespace TrialSite.Benchmarks;

/// <summary>The same work several times over; the slowest is mostly the first, which compiles the code.</summary>
internal static class Rounds
{
    private const int Count = 9;

    public static void WriteHead(string what)
    {
        Console.WriteLine($"| {what} | bytes | median ms | slowest ms |");
        Console.WriteLine("|---|---|---|---|");
    }

    public static void Measure(string name, int bytes, Action work)
    {
        var times = new List<double>();
        for (var round = 0; round < Count; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var measured = Times.Of(times);
        Console.WriteLine($"| {name} | {bytes:N0} | {measured.P50:0.00} | {measured.Slowest:0.00} |");
    }
}
