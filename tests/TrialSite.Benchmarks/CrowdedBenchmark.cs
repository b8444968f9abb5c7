using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace TrialSite.Benchmarks;

/// <summary>How long sign-ups wait, over HTTP, on a machine whose cores are all taken by visitors who search without a pause, and while the editor's tool imports besides.</summary>
internal static class CrowdedBenchmark
{
    private const int Records = 5_000;
    private const int Visitors = 32;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-crowded-").FullName;
        try
        {
            var records = Path.Combine(folder, "records.ndjson");
            GeneratedSeeds.Write(Path.Combine(folder, "seeds"), 100, edition: 1);
            GeneratedRecords.Write(records, Records, edition: 1);
            await using var site = await RunningSite.Start(folder);
            await EditorsTool.Run(folder, "import", records);
            GeneratedRecords.Write(records, Records, edition: 2);
            await SignUp(site, "warming up", Task.Delay(Span));
            Times.WriteHead("sign-ups");
            Print(await SignUp(site, "nothing beside", Task.Delay(Span)));
            using var leave = new CancellationTokenSource();
            Task[] visitors = [.. Enumerable.Range(0, Visitors).Select(visitor => Task.Run(() => Search(site, visitor, leave.Token)))];
            Print(await SignUp(site, $"{Visitors} visitors search without a pause", Task.Delay(Span)));
            var clock = Stopwatch.StartNew();
            Print(await SignUp(site, $"the same, and {Records:N0} changed records are imported", EditorsTool.Run(folder, "import", records)), clock.Elapsed);
            await leave.CancelAsync();
            await Task.WhenAll(visitors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A search is never kept.</summary>
    private static async Task Search(RunningSite site, int visitor, CancellationToken leave)
    {
        for (var number = 0; !leave.IsCancellationRequested; number++)
            await site.Ask(string.Create(CultureInfo.InvariantCulture, $"/trials?q=walking+{visitor}+{number}"));
    }

    private static async Task<Times> SignUp(RunningSite site, string name, Task until)
    {
        var (times, refused) = (new List<double>(), 0);
        while (!until.IsCompleted)
        {
            using var content = new FormUrlEncodedContent([.. AnswerBenchmark.Form(), new("email", $"{Guid.NewGuid():N}@example.org")]);
            var start = Stopwatch.GetTimestamp();
            using var response = await site.Visitor.PostAsync("/follow", content);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            refused += response.StatusCode == HttpStatusCode.SeeOther ? 0 : 1;
            await Task.Delay(Between);
        }
        await until;
        return Times.Of(times, $"{name}; {refused} refused");
    }

    private static void Print(Times times, TimeSpan? importedIn = null) =>
        Console.WriteLine($"| {times.Said} | {times.Asked} | {times.P50:0.0} | {times.P99:0.0} | {times.Slowest:0.0} | {(importedIn is { TotalSeconds: var seconds } ? $"imported in {seconds:0} s" : "")} |");
}
