using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Store;

namespace TrialSite.Benchmarks;

/// <summary>Time and memory of a reseed: everything new, nothing changed, reading alone, everything changed.</summary>
internal static class ReseedBenchmark
{
    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-reseed-").FullName;
        try
        {
            var seeds = Path.Combine(folder, "seeds");
            GeneratedSeeds.Write(seeds, count, edition: 1);
            await using var services = BenchmarkSite.Open(folder);
            await services.GetRequiredService<IStoreUpkeep>().Migrate(CancellationToken.None);
            Console.WriteLine($"| {count:N0} seeds | seconds | a second | allocated MB | peak working set MB |");
            Console.WriteLine("|---|---|---|---|---|");
            await Measure("all new", count, () => Reseed(services, seeds));
            for (var round = 0; round < 3; round++)
            {
                await Measure("all unchanged", count, () => Reseed(services, seeds));
                await Measure("reading and hashing alone", count, () => Hash(seeds));
            }
            GeneratedSeeds.Write(seeds, count, edition: 2);
            await Measure("all changed", count, () => Reseed(services, seeds));
            var database = new FileInfo(Path.Combine(folder, "data", "trialsite.db"));
            Console.WriteLine($"Database after two editions: {database.Length / 1e6:0.0} MB.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string name, int count, Func<Task> act)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await act();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"| {name} | {seconds:0.00} | {count / seconds:N0} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6:0} | {process.PeakWorkingSet64 / 1e6:0} |");
    }

    private static async Task Reseed(ServiceProvider services, string seeds)
    {
        var report = await services.GetRequiredService<SeedImporter>().Reseed(new(seeds), progress: null, CancellationToken.None);
        if (report.Total(SeedOutcome.Rejected) > 0)
            throw new InvalidOperationException(report.Totals);
    }

    private static Task Hash(string seeds)
    {
        foreach (var path in SeedFolder.Files(seeds))
            SeedFile.HashOf(File.ReadAllBytes(path));
        return Task.CompletedTask;
    }
}
