using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Benchmarks;

/// <summary>How long sign-ups wait while a reseed writes, in the same process and beside it.</summary>
internal static class SignUpBenchmark
{
    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-signups-").FullName;
        try
        {
            var seeds = Path.Combine(folder, "seeds");
            await using var site = BenchmarkSite.Open(folder);
            await site.GetRequiredService<IStoreUpkeep>().Migrate(CancellationToken.None);
            GeneratedSeeds.Write(seeds, 100, edition: 1);
            await Task.WhenAll(Reseed(site, seeds), Warm(site));
            Console.WriteLine($"| sign-ups while {count:N0} seeds are written | sign-ups | p50 ms | p99 ms | slowest ms |");
            Console.WriteLine("|---|---|---|---|---|");
            GeneratedSeeds.Write(seeds, count, edition: 2);
            await Measure("by the same process", site, () => Reseed(site, seeds));
            GeneratedSeeds.Write(seeds, count, edition: 3);
            await using var other = BenchmarkSite.Open(folder);
            await Measure("by another writer of the same file", site, () => Reseed(other, seeds));
            await Measure("nothing is written", site, () => Task.Delay(TimeSpan.FromSeconds(5)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string name, ServiceProvider site, Func<Task> work)
    {
        var working = Task.Run(work);
        var waits = new List<double>();
        while (!working.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            await site.GetRequiredService<SignUps>().Receive(Request(waits.Count), CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(5);
        }
        await working;
        waits.Sort();
        Console.WriteLine($"| {name} | {waits.Count:N0} | {waits[waits.Count / 2]:0.0} | {waits[waits.Count * 99 / 100]:0.0} | {waits[^1]:0.0} |");
    }

    private static async Task Warm(ServiceProvider site)
    {
        for (var i = 0; i < 50; i++)
            await site.GetRequiredService<SignUps>().Receive(Request(i), CancellationToken.None);
    }

    private static SignUpRequest Request(int number)
    {
        if (!EmailAddress.TryParse($"person{number}@example.org", out var address) || !NctId.TryParse(GeneratedSeeds.NctId(1), out var nctId))
            throw new InvalidOperationException("The benchmark's own words cannot be read.");
        return new(address, [Topic.Of(nctId)], AlertFrequency.Daily, "benchmark", Topic.Of(nctId), "192.0.2.1");
    }

    private static Task<ImportReport> Reseed(ServiceProvider services, string seeds) =>
        services.GetRequiredService<SeedImporter>().Reseed(new(seeds), progress: null, CancellationToken.None);
}
