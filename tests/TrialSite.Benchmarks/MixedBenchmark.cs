using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;
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
        await using var services = BenchmarkSite.Open(folder);
        var trials = await Shuffled(services);
        // Those that are there already are changed.
        var edition = 1 + DateTime.UtcNow.Minute % 7;
        var seeds = Path.Combine(folder, "seeds");
        Directory.CreateDirectory(seeds);
        await using var site = await RunningSite.Start(folder);
        foreach (var address in Enumerable.Repeat(trials.Take(Warm), 3).SelectMany(addresses => addresses))
            await site.Ask(address);
        Times.WriteHead("a kept page");
        var alone = await Ask(site, trials, oneColdOf: int.MaxValue, TimeSpan.FromMinutes(Math.Min(1, minutes / 2)));
        Write("alone", alone);
        using var memory = new MemoryWatch(site);
        var writing = Task.Run(() => ReseedAndImport(services, folder, seeds, edition));
        var beside = await Ask(site, trials, OneColdOf, TimeSpan.FromMinutes(minutes));
        Write($"1 of {OneColdOf} not kept, a reseed and an import", beside);
        Console.WriteLine($"The p99 is {beside.P99 / alone.P99:0.0} times as long.");
        await writing;
        Console.WriteLine(memory.InWords());
        await AskLongQueries(site);
    }

    private static async Task<Times> Ask(RunningSite site, IReadOnlyList<string> trials, int oneColdOf, TimeSpan time)
    {
        var (until, cold) = (Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency), Warm);
        var askers = await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => Task.Run(async () =>
        {
            var (random, times) = (new Random(asker), new List<double>());
            while (Stopwatch.GetTimestamp() < until)
            {
                if (random.Next(oneColdOf) == 0)
                {
                    await site.Ask(trials[Interlocked.Increment(ref cold) % trials.Count]);
                    continue;
                }
                var start = Stopwatch.GetTimestamp();
                await site.Ask(trials[random.Next(Warm)]);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        return Times.Of([.. askers.SelectMany(times => times)]);
    }

    private static async Task ReseedAndImport(ServiceProvider services, string folder, string seeds, int edition)
    {
        GeneratedSeeds.Write(seeds, Seeds, edition);
        var reseed = await services.GetRequiredService<SeedImporter>().Reseed(new(seeds), progress: null, default);
        var file = Path.Combine(folder, "mixed.ndjson");
        GeneratedRecords.Write(file, Records, edition);
        var import = await services.GetRequiredService<RegistryImporter>().Import(
            isKnown => RegistryReader.Read(file, isKnown), new(), problem => throw new InvalidOperationException(problem.ToString()), progress: null, default);
        File.Delete(file);
        Console.WriteLine($"Meanwhile reseeded: {reseed.Totals}; imported: {import.Totals}.");
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

    private static async Task<IReadOnlyList<string>> Shuffled(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var numbers = await scope.ServiceProvider.GetRequiredService<TrialDbContext>().SearchEntries.Select(entry => entry.NctNumber).ToArrayAsync();
        new Random(6).Shuffle(numbers);
        return [.. numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"/trials/NCT{number:D8}"))];
    }

    private static void Write(string name, Times times) => Console.WriteLine($"| {name} | {times.Asked} | {times.P50:0.00} | {times.P99:0.00} | {times.Slowest:0.0} | |");

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
