using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Benchmarks;

/// <summary>What is asked of a store that an import left, the same each time: trials and conditions by chance, words that few trials have and words that most have.</summary>
internal sealed record Questions(IReadOnlyList<string> Trials, IReadOnlyList<string> Conditions, IReadOnlyList<string> RareWords)
{
    private const int Rounds = 200;

    public static readonly string[] Pairs =
        ["breast cancer", "asthma children", "heart failure", "lung cancer", "type diabetes", "cancer placebo", "patients safety", "food allergy", "disease history", "pain women"];

    private static readonly string[] Phrases =
        ["\"quality of life\"", "\"informed consent\"", "\"clinical trial\"", "\"lung cancer\"", "\"blood pressure\"", "\"history of cancer\"", "\"heart failure\"", "\"diabetes mellitus\""];

    private static readonly string[] Filters = ["", "&status=recruiting", "&phase=3", "&country=france", "&age=40", "&sex=female", "&status=recruiting&country=united-states&age=70"];

    /// <summary>The names of <see cref="Searches"/>, known without a store.</summary>
    public static IEnumerable<string> Kinds => new Questions([], [], []).Searches.Select(search => search.Name);

    public IEnumerable<(string Name, IReadOnlyList<string> Texts)> Searches =>
    [
        ("rare words", RareWords),
        ("cancer", Repeated(["cancer"])),
        ("patients (in most trials)", Repeated(["patients"])),
        ("clinical (in half of the trials)", Repeated(["clinical"])),
        ("two words", Repeated(Pairs)),
        ("phrases", Repeated(Phrases)),
        ("words that no trial has", [.. RareWords.Select(word => $"{word}qx").Take(50)]),
    ];

    /// <summary>With each text a filter, or none.</summary>
    public static IReadOnlyList<string> AddressesOf(IReadOnlyList<string> texts) =>
        [.. texts.Select((text, at) => $"/trials?q={Uri.EscapeDataString(text)}{Filters[at % Filters.Length]}").Distinct()];

    public IReadOnlyList<string> Suggestions =>
        [.. RareWords.SelectMany(word => new[] { word[..2], word[..3], word }).Concat(["can", "cancer", "as", "di"]).Distinct().Select(text => $"/suggestions?q={Uri.EscapeDataString(text)}")];

    public static async Task<Questions> About(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var random = new Random(20261122);
        var rare = await RareWordsOf(db, random);
        var trials = await Sampled(random, 2000, await db.Trials.MaxAsync(trial => trial.Id), async id => $"/trials/{await db.Trials.Where(trial => trial.Id >= id).OrderBy(trial => trial.Id).Select(trial => trial.NctId).FirstAsync()}");
        var conditions = await Sampled(random, 1000, await db.Conditions.MaxAsync(row => row.Id), async id => $"/conditions/{await db.Conditions.Where(row => row.Id >= id).OrderBy(row => row.Id).Select(row => row.Slug).FirstAsync()}");
        return new(trials, conditions, rare);
    }

    private static List<string> Repeated(string[] texts) => [.. Enumerable.Range(0, Rounds).Select(at => texts[at % texts.Length])];

    private static async Task<IReadOnlyList<string>> RareWordsOf(TrialDbContext db, Random random)
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
