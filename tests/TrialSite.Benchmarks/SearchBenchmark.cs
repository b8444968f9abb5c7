using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Benchmarks;

/// <summary>Searches with all filter counts in a store that an import left, in the process and as pages; trials, conditions and suggestions as pages.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 200;

    private static readonly string[] Pairs =
        ["breast cancer", "asthma children", "heart failure", "lung cancer", "type diabetes", "cancer placebo", "patients safety", "food allergy", "disease history", "pain women"];

    private static readonly string[] Phrases =
        ["\"quality of life\"", "\"informed consent\"", "\"clinical trial\"", "\"lung cancer\"", "\"blood pressure\"", "\"history of cancer\"", "\"heart failure\"", "\"diabetes mellitus\""];

    private static readonly string[] Filters = ["", "&status=recruiting", "&phase=3", "&country=france", "&age=40", "&sex=female", "&status=recruiting&country=united-states&age=70"];

    public static async Task Run(string folder)
    {
        await using var services = BenchmarkSite.Open(folder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var random = new Random(20261122);
        var rare = await RareWords(db, random);

        var search = scope.ServiceProvider.GetRequiredService<TrialSearch>();
        var start = Stopwatch.GetTimestamp();
        await search.Find(TrialQuery.All, default);
        Console.WriteLine($"The first search, which reads the index into memory: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
        foreach (var text in rare.Take(20).Concat(Pairs))
            await search.Find(new TrialQuery { Text = text }, default);
        Times.WriteHead("search in the process, all counts");
        foreach (var (name, texts) in Searches(rare))
            await Times.Measure(name, texts, text => Find(new() { Text = text }));
        await Times.Measure("cancer, page 1 to 100", [.. Enumerable.Range(1, TrialQuery.LastPage)], page => Find(new() { Text = "cancer", Page = page }));
        await Times.Measure("no words, newest, page 1 to 100", [.. Enumerable.Range(1, TrialQuery.LastPage)], page => Find(new() { Sort = TrialSort.Newest, Page = page }));

        var trials = await Sampled(random, 2000, await db.Trials.MaxAsync(trial => trial.Id), async id => $"/trials/{await db.Trials.Where(trial => trial.Id >= id).OrderBy(trial => trial.Id).Select(trial => trial.NctId).FirstAsync()}");
        var conditions = await Sampled(random, 1000, await db.Conditions.MaxAsync(row => row.Id), async id => $"/conditions/{await db.Conditions.Where(row => row.Id >= id).OrderBy(row => row.Id).Select(row => row.Slug).FirstAsync()}");
        await using var site = await RunningSite.Start(folder);
        await Ask("/trials");
        foreach (var address in trials.Take(50).Concat(conditions.Take(50)))
            await Ask(address);
        Times.WriteHead("page over HTTP, asked for the first time");
        await Times.Measure("trial", trials.Skip(50).ToList(), Ask);
        await Times.Measure("condition", conditions.Skip(50).ToList(), Ask);
        await Times.Measure("the conditions with the most trials", ["/conditions/cancer", "/conditions/breast-cancer", "/conditions/asthma", "/conditions/lung-diseases", "/conditions/type-2-diabetes", "/conditions/heart-diseases"], Ask);
        foreach (var (name, texts) in Searches(rare))
            await Times.Measure($"search: {name}", texts.Select((text, at) => $"/trials?q={Uri.EscapeDataString(text)}{Filters[at % Filters.Length]}").Distinct().ToList(), Ask);
        await Times.Measure("suggestions", rare.SelectMany(word => new[] { word[..2], word[..3], word }).Concat(["can", "cancer", "as", "di"]).Distinct().Select(text => $"/suggestions?q={Uri.EscapeDataString(text)}").ToList(), Ask);

        async Task<string> Find(TrialQuery query)
        {
            // Each visitor has a context of their own.
            await using var visit = services.CreateAsyncScope();
            var result = await visit.ServiceProvider.GetRequiredService<TrialSearch>().Find(query, default);
            return $"{result.Counts.Total:N0}{(result.IsMore ? "+" : "")} found";
        }

        async Task<string> Ask(string address)
        {
            using var response = await site.Visitor.GetAsync(address);
            var length = (await response.Content.ReadAsByteArrayAsync()).Length;
            return $"{(int)response.StatusCode}, {length:N0} bytes";
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Texts)> Searches(IReadOnlyList<string> rare) =>
    [
        ("rare words", rare),
        ("cancer", Repeated(["cancer"])),
        ("patients (in most trials)", Repeated(["patients"])),
        ("clinical (in half of the trials)", Repeated(["clinical"])),
        ("two words", Repeated(Pairs)),
        ("phrases", Repeated(Phrases)),
        ("words that no trial has", [.. rare.Select(word => $"{word}qx").Take(50)]),
    ];

    private static List<string> Repeated(string[] texts) => [.. Enumerable.Range(0, Rounds).Select(at => texts[at % texts.Length])];

    private static async Task<IReadOnlyList<string>> RareWords(TrialDbContext db, Random random)
    {
        var words = await db.Database.SqlQueryRaw<string>("SELECT Word AS Value FROM KnownWords WHERE Count < 20 AND length(Word) > 4 LIMIT 200000").ToListAsync();
        return [.. Enumerable.Range(0, Rounds).Select(_ => words[random.Next(words.Count)]).Distinct()];
    }

    private static async Task<IReadOnlyList<string>> Sampled(Random random, int count, int last, Func<int, Task<string>> addressFrom)
    {
        var addresses = new HashSet<string>();
        for (var i = 0; i < count; i++)
            addresses.Add(await addressFrom(random.Next(1, last + 1)));
        return [.. addresses];
    }
}
