using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Benchmarks;

/// <summary>Whether the time of the answer to a sign-up tells who is known: five kinds of addresses in random order, over HTTP, while the site answers them in the background.</summary>
internal static class AnswerBenchmark
{
    private const int AddressesOfEachKind = 40;

    private static readonly string[] Kinds = ["new", "pending", "confirmed", "suppressed", "erased"];

    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-answers-").FullName;
        try
        {
            GeneratedSeeds.Write(Path.Combine(folder, "seeds"), 100, edition: 1);
            await using var site = await RunningSite.Start(folder);
            await Prepare(folder);
            var form = Form();
            // The first requests compile the code.
            await Measure(site, form, rounds: 200, firstNew: 100_000);
            var times = await Measure(site, form, count, firstNew: 200_000);
            Print(count, times);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Prepare(string folder)
    {
        await using var services = BenchmarkSite.Open(folder);
        for (var i = 0; i < AddressesOfEachKind; i++)
        {
            await services.GetRequiredService<SignUps>().Receive(Request(Address("pending", i)), CancellationToken.None);
            await Confirm(services, Address("confirmed", i));
            await Confirm(services, Address("erased", i));
            await services.GetRequiredService<People>().Erase(Parsed(Address("erased", i)), CancellationToken.None);
            var hash = services.GetRequiredService<AddressProtection>().HashOf(Parsed(Address("suppressed", i)));
            await services.GetRequiredService<TrialWriter>().Write(
                WriteLane.People,
                db => db.Add(Suppression.Of(hash, SuppressionReason.Complaint, until: null)).Context.SaveChangesAsync(),
                CancellationToken.None);
        }
    }

    private static async Task Confirm(ServiceProvider services, string address)
    {
        await services.GetRequiredService<SignUps>().Receive(Request(address), CancellationToken.None);
        await services.GetRequiredService<SignUpIntake>().AnswerNew(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var hash = services.GetRequiredService<AddressProtection>().HashOf(Parsed(address));
        string? seed = null;
        // The site answers too: whichever came first.
        while ((seed = await scope.ServiceProvider.GetRequiredService<TrialDbContext>().SignUps.Where(row => row.AddressHash == hash).Select(row => row.LinkSeed).SingleAsync()) is null)
            await Task.Delay(5);
        await scope.ServiceProvider.GetRequiredService<Confirmations>().Confirm(services.GetRequiredService<LinkTokens>().TokenOf(seed), CancellationToken.None);
    }

    /// <summary>All but the address.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Form() =>
    [
        new("about", $"trial:{GeneratedSeeds.NctId(1)}"), new("topics", $"trial:{GeneratedSeeds.NctId(1)}"),
        new("frequency", "daily"), new("consent", "yes"), new("website", ""),
    ];

    private static async Task<Dictionary<string, List<double>>> Measure(RunningSite site, IReadOnlyList<KeyValuePair<string, string>> form, int rounds, int firstNew)
    {
        var times = Kinds.ToDictionary(kind => kind, _ => new List<double>(rounds));
        var chance = new Random(firstNew);
        for (var round = 0; round < rounds; round++)
        {
            var kinds = Kinds.ToArray();
            chance.Shuffle(kinds);
            foreach (var kind in kinds)
            {
                var number = kind == "new" ? firstNew + round : chance.Next(AddressesOfEachKind);
                using var content = new FormUrlEncodedContent([.. form, new("email", Address(kind, number))]);
                var start = Stopwatch.GetTimestamp();
                using var response = await site.Visitor.PostAsync("/follow", content);
                times[kind].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (response.Headers.Location?.OriginalString != "/follow/check-your-email")
                    throw new InvalidOperationException($"A sign-up was answered with {(int)response.StatusCode}.");
            }
        }
        return times;
    }

    private static void Print(int count, Dictionary<string, List<double>> times)
    {
        Console.WriteLine($"| {count:N0} sign-ups of each kind of address | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var kind in Kinds)
        {
            var sorted = times[kind].Order().ToList();
            Console.WriteLine($"| {kind} | {sorted[sorted.Count / 2]:0.000} | {sorted[sorted.Count * 95 / 100]:0.000} | {sorted[sorted.Count * 99 / 100]:0.000} |");
        }
        Console.WriteLine();
        Console.WriteLine("| p of Mann-Whitney | " + string.Join(" | ", Kinds.Skip(1)) + " |");
        Console.WriteLine("|---|" + string.Concat(Kinds.Skip(1).Select(_ => "---|")));
        for (var one = 0; one < Kinds.Length - 1; one++)
            Console.WriteLine($"| {Kinds[one]} | " + string.Join(" | ", Kinds.Skip(1).Select((kind, at) => at < one ? "" : MannWhitney.PValue(times[Kinds[one]], times[kind]).ToString("0.000", CultureInfo.InvariantCulture))) + " |");
        Console.WriteLine();
        Console.WriteLine(Control(times, 0.25));
        Console.WriteLine(Control(times, 0.5));
        Console.WriteLine(Control(times, 1));
    }

    /// <summary>What the test would say if known addresses took a little longer.</summary>
    private static string Control(Dictionary<string, List<double>> times, double milliseconds) =>
        $"Control: confirmed addresses with {milliseconds} ms added, against new ones: p = {MannWhitney.PValue(times["new"], [.. times["confirmed"].Select(time => time + milliseconds)]):0.0000}";

    /// <summary>All of one length, whatever the kind.</summary>
    private static string Address(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind.PadRight(10, 'x')}{number:000000}@example.org");

    private static SignUpRequest Request(string address) => NctId.TryParse(GeneratedSeeds.NctId(1), out var nctId)
        ? new(Parsed(address), [Topic.Of(nctId)], AlertFrequency.Daily, "benchmark", Topic.Of(nctId), address)
        : throw new InvalidOperationException("The benchmark's own NCT ID cannot be read.");

    private static EmailAddress Parsed(string address) => EmailAddress.TryParse(address, out var parsed) ? parsed : throw new InvalidOperationException("The benchmark's own address cannot be read.");
}
