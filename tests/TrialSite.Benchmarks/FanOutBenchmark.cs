using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Benchmarks;

/// <summary>One changed trial that many people follow: from the import to a mail for each of them in the outbox.</summary>
internal static class FanOutBenchmark
{
    public static async Task Run(int followers)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-fanout-").FullName;
        try
        {
            await using var site = BenchmarkSite.Open(folder);
            await site.GetRequiredService<IStoreUpkeep>().Migrate(CancellationToken.None);
            var alerts = site.GetRequiredService<AlertOptions>();
            (alerts.QuietMinutes, alerts.HoldAbovePeople) = (0, followers);
            await Reseed(site, folder, edition: 1);
            await Follow(site, followers);
            await Reseed(site, folder, edition: 2);
            var matcher = site.GetRequiredService<AlertMatcher>();
            var gathering = site.GetRequiredService<AlertGathering>();
            Console.WriteLine($"| {followers:N0} followers of one trial | rows written | seconds |");
            Console.WriteLine("|---|---|---|");
            await Measure("fan-out: import to deliveries", () => matcher.MatchNew(CancellationToken.None));
            await site.GetRequiredService<TrialWriter>().Write(WriteLane.Import, MatchAgain, CancellationToken.None);
            await Measure("the same import replayed", () => matcher.MatchNew(CancellationToken.None));
            await Measure("gathering: deliveries to mails in the outbox", () => gathering.Gather(CancellationToken.None));
            await Measure("gathering again", () => gathering.Gather(CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string name, Func<Task<int>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var rows = await act();
        Console.WriteLine($"| {name} | {rows:N0} | {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} |");
    }

    private static Task<ImportReport> Reseed(ServiceProvider site, string folder, int edition)
    {
        var seeds = Path.Combine(folder, "seeds");
        GeneratedSeeds.Write(seeds, 100, edition: 1);
        File.WriteAllText(Path.Combine(seeds, $"{GeneratedSeeds.NctId(1)}.txt"), GeneratedSeeds.Text(1, edition));
        return site.GetRequiredService<SeedImporter>().Reseed(new(seeds), progress: null, CancellationToken.None);
    }

    private static async Task Follow(ServiceProvider site, int followers)
    {
        if (!NctId.TryParse(GeneratedSeeds.NctId(1), out var nctId))
            throw new InvalidOperationException("The benchmark's own words cannot be read.");
        foreach (var chunk in Enumerable.Range(0, followers).Chunk(5000))
            await site.GetRequiredService<TrialWriter>().Write(WriteLane.Import, db => Add(db, chunk), CancellationToken.None);

        async Task<int> Add(TrialDbContext db, int[] numbers)
        {
            var now = TimeProvider.System.GetUtcNow();
            var people = numbers.Select(number => Subscriber.Confirmed("encrypted", $"hash {number}", now)).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync();
            db.AddRange(people.Select(person => Subscription.Of(person.Id, Topic.Of(nctId), AlertFrequency.AtOnce, now)));
            return await db.SaveChangesAsync();
        }
    }

    private static Task<int> MatchAgain(TrialDbContext db) => db.CatalogueImports.Where(import => import.State == CatalogueImportState.Matched)
        .ExecuteUpdateAsync(update => update.SetProperty(import => import.State, CatalogueImportState.ToMatch));
}
