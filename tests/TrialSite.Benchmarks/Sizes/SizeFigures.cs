namespace TrialSite.Benchmarks.Sizes;

/// <summary>What was measured of one size. Times are in milliseconds, of pages that nobody asked for before.</summary>
internal sealed record SizeFigures(int Size)
{
    private const int WarmUp = 50;
    private const int Starts = 3;
    private const double Megabyte = 1 << 20;

    public double? ImportRate { get; private init; }

    /// <summary>From the start of the process to the first answer.</summary>
    public double HomeAtStart { get; private init; }

    public double TrialAtStart { get; private init; }
    public required Times Trial { get; init; }
    public required Times Condition { get; init; }
    public required Times Search { get; init; }
    public required Times Suggestions { get; init; }

    /// <summary>Resident, after all that was asked.</summary>
    public double Memory { get; private init; }

    public static async Task<SizeFigures> Of(SizedStore store)
    {
        ForgetKeptPages(store);
        Questions questions;
        await using (var services = BenchmarkSite.Open(store.Folder))
            questions = await Questions.About(services);
        Directory.CreateDirectory(Path.Combine(store.Folder, "seeds"));
        var home = await StartedIn(store, _ => "/");
        var trial = await StartedIn(store, at => questions.Trials[^(at + 1)]);
        await using var site = await RunningSite.Start(store.Folder);
        foreach (var address in questions.Trials.Take(WarmUp).Concat(questions.Conditions.Take(WarmUp)).Append("/trials?q=asthma").Append("/suggestions?q=as"))
            await site.Ask(address);
        Times.WriteHead($"{store.Size:N0} trials");
        return new(store.Size)
        {
            ImportRate = store.ImportRate,
            HomeAtStart = home,
            TrialAtStart = trial,
            Trial = await Times.Measure("trial page", questions.Trials.Skip(WarmUp).SkipLast(Starts).ToList(), site.Ask),
            Condition = await Times.Measure("condition page", questions.Conditions.Skip(WarmUp).ToList(), site.Ask),
            Search = await Times.Measure("search", questions.Searches.SelectMany(search => Questions.AddressesOf(search.Texts)).ToList(), site.Ask),
            Suggestions = await Times.Measure("suggestions", questions.Suggestions, site.Ask),
            Memory = site.Memory / Megabyte,
        };
    }

    /// <summary>Of several starts the middle one.</summary>
    private static async Task<double> StartedIn(SizedStore store, Func<int, string> firstPage)
    {
        var times = new List<double>();
        for (var at = 0; at < Starts; at++)
        {
            await using var site = await RunningSite.Start(store.Folder, firstPage(at));
            times.Add(site.StartedIn.TotalMilliseconds);
        }
        return Times.Of(times).P50;
    }

    private static void ForgetKeptPages(SizedStore store)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(store.Folder, "data"), "pages.db*").ToList())
            File.Delete(file);
    }
}
