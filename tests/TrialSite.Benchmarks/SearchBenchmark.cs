using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;

namespace TrialSite.Benchmarks;

/// <summary>Searches with all filter counts in a store that an import left, in the process and as pages; trials, conditions and suggestions as pages.</summary>
internal static class SearchBenchmark
{
    public static async Task Run(string folder)
    {
        await using var services = BenchmarkSite.Open(folder);
        await using var scope = services.CreateAsyncScope();
        var questions = await Questions.About(services);

        var search = scope.ServiceProvider.GetRequiredService<TrialSearch>();
        var start = Stopwatch.GetTimestamp();
        await search.Find(TrialQuery.All, default);
        Console.WriteLine($"The first search, which reads the index into memory: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
        foreach (var text in questions.RareWords.Take(20).Concat(Questions.Pairs))
            await search.Find(new TrialQuery { Text = text }, default);
        Times.WriteHead("search in the process, all counts");
        foreach (var (name, texts) in questions.Searches)
            await Times.Measure(name, texts, text => Find(new() { Text = text }));
        await Times.Measure("cancer, page 1 to 100", [.. Enumerable.Range(1, TrialQuery.LastPage)], page => Find(new() { Text = "cancer", Page = page }));
        await Times.Measure("no words, newest, page 1 to 100", [.. Enumerable.Range(1, TrialQuery.LastPage)], page => Find(new() { Sort = TrialSort.Newest, Page = page }));

        await using var site = await RunningSite.Start(folder);
        await site.Ask("/trials");
        foreach (var address in questions.Trials.Take(50).Concat(questions.Conditions.Take(50)))
            await site.Ask(address);
        Times.WriteHead("page over HTTP, asked for the first time");
        await Times.Measure("trial", questions.Trials.Skip(50).ToList(), site.Ask);
        await Times.Measure("condition", questions.Conditions.Skip(50).ToList(), site.Ask);
        await Times.Measure("the conditions with the most trials", ["/conditions/cancer", "/conditions/breast-cancer", "/conditions/asthma", "/conditions/lung-diseases", "/conditions/type-2-diabetes", "/conditions/heart-diseases"], site.Ask);
        foreach (var (name, texts) in questions.Searches)
            await Times.Measure($"search: {name}", Questions.AddressesOf(texts), site.Ask);
        await Times.Measure("suggestions", questions.Suggestions, site.Ask);

        async Task<string> Find(TrialQuery query)
        {
            // Each visitor has a context of their own.
            await using var visit = services.CreateAsyncScope();
            var result = await visit.ServiceProvider.GetRequiredService<TrialSearch>().Find(query, default);
            return $"{result.Counts.Total:N0}{(result.IsMore ? "+" : "")} found";
        }
    }
}
