using System.Diagnostics;

namespace TrialSite.Benchmarks;

/// <summary>How long each of several answers took, in milliseconds, and what is said of the last one.</summary>
internal sealed record Times(int Asked, double P50, double P99, double Slowest, string Said)
{
    public static void WriteHead(string what)
    {
        Console.WriteLine($"| {what} | asked | p50 ms | p99 ms | slowest ms | |");
        Console.WriteLine("|---|---|---|---|---|---|");
    }

    /// <param name="name">The line's first column.</param>
    /// <param name="questions">Each is asked once, in this order.</param>
    /// <param name="ask">What is said of the last answer.</param>
    public static async Task<Times> Measure<T>(string name, IReadOnlyCollection<T> questions, Func<T, Task<string>> ask)
    {
        var (times, said) = (new List<double>(), "");
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            said = await ask(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var measured = Of(times, said);
        Console.WriteLine($"| {name} | {measured.Asked} | {measured.P50:0.0} | {measured.P99:0.0} | {measured.Slowest:0.0} | {said} |");
        return measured;
    }

    public static Times Of(List<double> milliseconds, string said = "")
    {
        milliseconds.Sort();
        return new(milliseconds.Count, milliseconds[milliseconds.Count / 2], milliseconds[milliseconds.Count * 99 / 100], milliseconds[^1], said);
    }
}
