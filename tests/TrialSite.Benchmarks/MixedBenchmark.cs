using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Benchmarks;

/// <summary>How long pages that are kept take alone, and beside pages that are not, a reseed and an import; and what the site's memory does meanwhile.</summary>
/// <remarks>It writes seeds and records of its own into the store.</remarks>
internal static class MixedBenchmark
{
    private const int Warm = 200;
    private const int Askers = 2;
    private const int OneColdOf = 20;
    private const int Seeds = 500;
    private const int Records = 5_000;
    private const int LongQueries = 6_000;
    private const double Megabyte = 1 << 20;

    /// <summary>Until what is no longer needed is given back.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    public static async Task Run(string folder, double minutes)
    {
        var trials = await Shuffled(folder);
        await using var site = await RunningSite.Start(folder);
        foreach (var address in Enumerable.Repeat(trials.Take(Warm), 3).SelectMany(addresses => addresses))
            await site.Ask(address);
        var (visitors, minute) = (new Visitors(site, trials), TimeSpan.FromMinutes(Math.Min(1, minutes / 2)));
        var changes = Prepare(folder);
        Times.WriteHead("a kept page");
        var alone = await visitors.Ask("alone", int.MaxValue, Task.Delay(minute));
        var cold = await visitors.Ask($"1 of {OneColdOf} not kept", OneColdOf, Task.Delay(minute));
        var end = Task.Delay(TimeSpan.FromMinutes(minutes));
        using var memory = new MemoryWatch(site);
        var writing = Write(folder, changes);
        var beside = await visitors.Ask($"1 of {OneColdOf} not kept, while a reseed and an import run", OneColdOf, writing);
        var written = await writing;
        if (!end.IsCompleted)
            await visitors.Ask($"1 of {OneColdOf} not kept, after them", OneColdOf, end);
        Console.WriteLine($"The p99 is {cold.P99 / alone.P99:0.0} times as long beside pages that are not kept, {beside.P99 / alone.P99:0.0} times with a reseed and an import as well: {beside.P99 / cold.P99:0.0} times the same without these two.");
        Console.WriteLine(written);
        Console.WriteLine(memory.InWords());
        await AskLongQueries(site);
    }

    /// <returns>A folder of seeds and a file of records; those that are there already are changed.</returns>
    private static (string Seeds, string Records) Prepare(string folder)
    {
        var edition = 1 + DateTime.UtcNow.Minute % 7;
        var (seeds, records) = (Path.Combine(folder, "seeds"), Path.Combine(folder, "mixed.ndjson"));
        Directory.CreateDirectory(seeds);
        GeneratedSeeds.Write(seeds, Seeds, edition);
        GeneratedRecords.Write(records, Records, edition);
        return (seeds, records);
    }

    /// <summary>By the editor's tool, as an editor does it.</summary>
    private static async Task<string> Write(string folder, (string Seeds, string Records) changes)
    {
        var reseed = await EditorsTool.Run(folder, "reseed", changes.Seeds);
        var import = await EditorsTool.Run(folder, "import", changes.Records);
        File.Delete(changes.Records);
        return $"Meanwhile reseeded: {reseed}; imported: {import}.";
    }

    private static async Task AskLongQueries(RunningSite site)
    {
        await Task.Delay(Pause);
        var before = site.Memory;
        for (var number = 0; number < LongQueries; number++)
            await site.Ask(string.Create(CultureInfo.InvariantCulture, $"/trials?q={number}{new string('q', 180)}&near={new string('n', 250)}"));
        var after = site.Memory;
        await Task.Delay(Pause);
        await site.Ask("/about");
        Console.WriteLine($"{LongQueries:N0} long queries: {before / Megabyte:0} MB before, {after / Megabyte:0} right after, {site.Memory / Megabyte:0} after a pause.");
    }

    private static async Task<IReadOnlyList<string>> Shuffled(string folder)
    {
        await using var services = BenchmarkSite.Open(folder);
        await using var scope = services.CreateAsyncScope();
        var numbers = await scope.ServiceProvider.GetRequiredService<TrialDbContext>().SearchEntries.Select(entry => entry.NctNumber).ToArrayAsync();
        new Random(6).Shuffle(numbers);
        return [.. numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"/trials/NCT{number:D8}"))];
    }

    /// <summary>Two who ask one page after the other; the times are those of kept pages.</summary>
    private sealed class Visitors(RunningSite site, IReadOnlyList<string> trials)
    {
        private int cold = Warm;

        public async Task<Times> Ask(string name, int oneColdOf, Task until)
        {
            var askers = await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => Task.Run(() => AskOn(new Random(asker), oneColdOf, until))));
            var times = Times.Of([.. askers.SelectMany(times => times)]);
            Console.WriteLine($"| {name} | {times.Asked} | {times.P50:0.00} | {times.P99:0.00} | {times.Slowest:0.0} | |");
            return times;
        }

        private async Task<List<double>> AskOn(Random random, int oneColdOf, Task until)
        {
            var times = new List<double>();
            do
            {
                var isCold = random.Next(oneColdOf) == 0;
                var start = Stopwatch.GetTimestamp();
                await site.Ask(trials[isCold ? Interlocked.Increment(ref cold) % trials.Count : random.Next(Warm)]);
                if (!isCold)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            while (!until.IsCompleted || times.Count == 0);
            return times;
        }
    }

    /// <summary>Looks every five seconds.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly List<double> seen = [];
        private readonly Timer timer;

        public MemoryWatch(RunningSite site) => timer = new(_ => seen.Add(site.Memory / Megabyte), null, TimeSpan.Zero, TimeSpan.FromSeconds(5));

        /// <summary>The most in each of ten parts of the time.</summary>
        public string InWords()
        {
            timer.Dispose();
            var parts = seen.Chunk(Math.Max(1, (seen.Count + 9) / 10)).Select(part => part.Max().ToString("0", CultureInfo.InvariantCulture));
            return $"Resident memory, the most in each tenth of the time: {string.Join(", ", parts)} MB.";
        }

        public void Dispose() => timer.Dispose();
    }
}
