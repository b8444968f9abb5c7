using System.Text.Json;
using TrialSite.Search;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Search;

public sealed class TrialQueryTests
{
    [Theory]
    [InlineData("q=liver  failure &page=1", "q=liver failure")]
    [InlineData("status=recruiting&status=completed&status=recruiting&status=nonsense", "status=completed&status=recruiting")]
    [InlineData("sort=relevance", "")]
    [InlineData("q=x&sort=relevance", "q=x")]
    [InlineData("q=x&sort=newest", "q=x&sort=newest")]
    [InlineData("sort=newest", "")]
    [InlineData("near=berlin&within=50", "near=berlin")]
    [InlineData("near=berlin&within=7", "near=berlin")]
    [InlineData("near=berlin&within=any&sort=nearest", "near=berlin&within=any")]
    [InlineData("within=10&sort=nearest", "")]
    [InlineData("age=45&sex=female&healthy=yes&read=yes&results=yes", "age=45&sex=female&healthy=yes&read=yes&results=yes")]
    [InlineData("age=-1&sex=x&healthy=no&phase=9&only=1&condition=A b", "")]
    [InlineData("condition=acute-liver-failure&phase=2&country=china", "condition=acute-liver-failure&phase=2&country=china")]
    public void A_query_has_one_form(string typed, string canonical)
    {
        var query = Parse(typed);

        Assert.Equal(canonical, Written(query));
        Assert.Equal(query, Parse(canonical));
    }

    [SharedDataFact]
    public async Task Nothing_that_can_be_typed_stops_a_search()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 3));
        await site.Reseed();
        await using var scope = site.Scope();
        var search = (TrialSearch)scope.ServiceProvider.GetService(typeof(TrialSearch))!;
        var naughty = JsonSerializer.Deserialize<List<string>>(await File.ReadAllTextAsync(Path.Combine(Repository.SharedData, "robust", "blns.json")))!;
        string[] ours = ["\"", "\"\"", "*", "a*", "^a", "NEAR(a b)", "title:a", "{a b} : c", "a AND", "OR", "NOT a", "(", "-", "a\0b", "\uD800", new('a', 5000), "¹1 ²2 ³3"];
        foreach (var text in naughty.Concat(ours))
        {
            foreach (var key in new[] { "q", "near", "status", "country", "condition", "age", "page" })
            {
                var query = TrialQuery.Parse(asked => asked == key ? [text] : []);
                var result = await search.Find(query, default);
                Assert.InRange(result.Hits.Count, 0, 3);
                Assert.Equal(query, TrialQuery.Parse(asked => query.Pairs().Where(pair => pair.Key == asked).Select(pair => pair.Value)));
            }
        }
        Assert.InRange(naughty.Count, 400, 1000);
    }

    private static TrialQuery Parse(string typed)
    {
        var pairs = typed.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]);
        return TrialQuery.Parse(key => pairs[key]);
    }

    private static string Written(TrialQuery query) => string.Join('&', query.Pairs().Select(pair => $"{pair.Key}={pair.Value}"));
}
