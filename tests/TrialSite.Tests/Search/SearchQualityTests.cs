using TrialSite.Search;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;
using Xunit.Abstractions;

namespace TrialSite.Tests.Search;

/// <summary>How many of the judged trials stand on the first page; docs/search.md has the figures.</summary>
public sealed class SearchQualityTests(ITestOutputHelper output)
{
    private const double Wanted = 0.9;

    [SharedDataFact]
    public async Task First_page_holds_nine_of_ten_judged_trials_of_every_kind()
    {
        await using var site = await TestSite.Open();
        await site.Import(SharedRecords.Files.Take(2).SelectMany(SharedRecords.Of).Select(pair => pair.Record).DistinctBy(record => record.NctId));
        await using var scope = site.Scope();
        var search = (TrialSearch)scope.ServiceProvider.GetService(typeof(TrialSearch))!;
        var recalls = new List<(string Kind, double Ours, double Plain)>();
        foreach (var query in JudgedQueries.All)
        {
            var (ours, plain) = (Recall(query, await AsAPersonWould(search, query.Text)), Recall(query, await Plain(search, query.Text)));
            recalls.Add((query.Kind, ours, plain));
            output.WriteLine($"{query.Kind}: {query.Text}: {ours:0.00}, plain {plain:0.00}{(ours < 1 ? ", without " + string.Join(' ', query.NctIds.Except(await AsAPersonWould(search, query.Text))) : "")}");
        }
        foreach (var kind in recalls.GroupBy(recall => recall.Kind))
            output.WriteLine($"{kind.Key}: {kind.Average(recall => recall.Ours):0.000}, plain {kind.Average(recall => recall.Plain):0.000} ({kind.Count()} queries)");
        output.WriteLine($"all: {recalls.Average(recall => recall.Ours):0.000}, plain {recalls.Average(recall => recall.Plain):0.000}");

        Assert.InRange(recalls.Count, 60, int.MaxValue);
        Assert.All(recalls.GroupBy(recall => recall.Kind), kind => Assert.True(kind.Average(recall => recall.Ours) >= Wanted, $"{kind.Key}: {kind.Average(recall => recall.Ours):0.000}"));
        Assert.True(recalls.Average(recall => recall.Plain) < recalls.Average(recall => recall.Ours));
    }

    [SharedDataFact]
    public void Every_judged_trial_is_among_the_records()
    {
        var known = SharedRecords.Files.Take(2).SelectMany(SharedRecords.Of).Select(pair => pair.Record.NctId.Value).ToHashSet();

        Assert.Empty(JudgedQueries.All.SelectMany(query => query.NctIds).Except(known));
    }

    /// <summary>Follows "did you mean" where it is offered.</summary>
    private static async Task<List<string>> AsAPersonWould(TrialSearch search, string text)
    {
        var result = await search.Find(TrialQuery.All with { Text = text }, default);
        return result.CouldMean is { } meant ? await FirstPage(search, TrialQuery.All with { Text = meant }) : Ids(result);
    }

    /// <summary>Full text without other names.</summary>
    private static Task<List<string>> Plain(TrialSearch search, string text) => FirstPage(search, TrialQuery.All with { Text = text, IsLiteral = true });

    private static async Task<List<string>> FirstPage(TrialSearch search, TrialQuery query) => Ids(await search.Find(query, default));

    private static List<string> Ids(SearchResult result) => [.. result.Hits.Take(ListPage.Size).Select(hit => hit.NctId.Value)];

    private static double Recall(JudgedQuery query, List<string> found) => query.NctIds.Count(found.Contains) / (double)query.NctIds.Length;
}
