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
    private const int OneColdOf = 20;
    private const int Seeds = 500;
    private const int Records = 5_000;
    private const int LongQueries = 6_000;
    private const double Megabyte = 1 << 20;

    /// <summary>Until what is no longer needed is given back.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Pages that are asked for again are packed anew, four a second.</summary>
    private static readonly TimeSpan UntilPacked = TimeSpan.FromSeconds(Warm / 4 + 10);

    /// <summary>400 pages a second: both cores have time left, as those of a site have whose visitors do not wait.</summary>
    private static readonly Askers AtARate = new(Count: 8, Between: TimeSpan.FromMilliseconds(20));

    /// <summary>As many pages as the two cores can give: who asks takes them too, and everyone waits for everyone else.</summary>
    private static readonly Askers WithoutPause = new(Count: 2, Between: TimeSpan.Zero);

    public static async Task Run(string folder, double minutes)
    {
        var trials = await Shuffled(folder);
        await using var site = await RunningSite.Start(folder);
        foreach (var address in Enumerable.Repeat(trials.Take(Warm), 3).SelectMany(addresses => addresses))
            await site.Ask(address);
        await Task.Delay(UntilPacked);
        var visitors = new Visitors(site, trials);
        var minute = TimeSpan.FromMinutes(Math.Min(1, minutes / 4));
        using var memory = new MemoryWatch(site);
        var end = Task.Delay(TimeSpan.FromMinutes(minutes));
        var edition = 1 + DateTime.UtcNow.Minute % 6;
        var first = await Compare(AtARate, folder, edition, visitors, minute);
        var second = await Compare(WithoutPause, folder, edition + 1, visitors, minute);
        if (!end.IsCompleted)
            await visitors.Ask(WithoutPause, $"1 of {OneColdOf} not kept, after them", OneColdOf, end);
        Console.WriteLine($"{first}\n{second}");
        Console.WriteLine(memory.InWords());
        await AskLongQueries(site);
    }

    /// <returns>What was written, and how the times compare.</returns>
    private static async Task<string> Compare(Askers askers, string folder, int edition, Visitors visitors, TimeSpan minute)
    {
        var changes = Prepare(folder, edition);
        Times.WriteHead($"a kept page, {askers}");
        var alone = await visitors.Ask(askers, "alone", int.MaxValue, Task.Delay(minute));
        var cold = await visitors.Ask(askers, $"1 of {OneColdOf} not kept", OneColdOf, Task.Delay(minute));
        var writing = Write(folder, changes);
        var beside = await visitors.Ask(askers, $"1 of {OneColdOf} not kept, while a reseed and an import run", OneColdOf, writing);
        return $"With {askers} the p99 is {cold.P99 / alone.P99:0.0} times as long beside pages that are not kept, {beside.P99 / alone.P99:0.0} times with a reseed and an import as well: {beside.P99 / cold.P99:0.0} times the same without these two. {await writing}";
    }

    /// <returns>A folder of seeds and a file of records; those that are there already are changed.</returns>
    private static (string Seeds, string Records) Prepare(string folder, int edition)
    {
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

    /// <summary>They ask one page after the other; the times are those of kept pages.</summary>
    private sealed class Visitors(RunningSite site, IReadOnlyList<string> trials)
    {
        private int cold = Warm;
        private int faults;

        public async Task<Times> Ask(Askers askers, string name, int oneColdOf, Task until)
        {
            faults = 0;
            var times = Times.Of([.. (await Task.WhenAll(Enumerable.Range(0, askers.Count).Select(Begin))).SelectMany(times => times)]);
            Console.WriteLine($"| {name} | {times.Asked} | {times.P50:0.00} | {times.P99:0.00} | {times.Slowest:0.0} | {(faults == 0 ? "" : $"{faults} were no page")} |");
            return times;

            Task<List<double>> Begin(int asker) =>
                Task.Factory.StartNew(() => AskOn(new Random(asker), askers.Between, oneColdOf, until), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        private void Fault() => Interlocked.Increment(ref faults);

        /// <remarks>Who is late, because the page before was, has waited from when he would have asked.</remarks>
        private List<double> AskOn(Random random, TimeSpan between, int oneColdOf, Task until)
        {
            using var visitor = new OneVisitor(site.Visitor.BaseAddress!, Fault);
            var times = new List<double>();
            var clock = Stopwatch.StartNew();
            var due = between * random.NextDouble();
            do
            {
                var pause = due - clock.Elapsed;
                if (pause > TimeSpan.Zero)
                    Thread.Sleep(pause);
                var isLate = between > TimeSpan.Zero && pause < TimeSpan.Zero;
                var isCold = random.Next(oneColdOf) == 0;
                var start = isLate ? due : clock.Elapsed;
                visitor.Ask(trials[isCold ? Interlocked.Increment(ref cold) % trials.Count : random.Next(Warm)]);
                if (!isCold)
                    times.Add((clock.Elapsed - start).TotalMilliseconds);
                due += between;
                // Nobody else waits for a page that is not kept.
                if (isCold && clock.Elapsed > due)
                    due = clock.Elapsed;
            }
            while (!until.IsCompleted || times.Count == 0);
            return times;
        }
    }

    /// <param name="Count">Each on a connection of his own.</param>
    /// <param name="Between">From one page that he asks for to the next.</param>
    private sealed record Askers(int Count, TimeSpan Between)
    {
        public override string ToString() => Between > TimeSpan.Zero ? $"{Count / Between.TotalSeconds:0} pages a second" : $"{Count} who ask without a pause";
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
