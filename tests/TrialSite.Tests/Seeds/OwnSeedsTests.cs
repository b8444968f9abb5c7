using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>The seeds that the repository brings along: each can be shown as it is and, where the real records are at hand, agrees with its record.</summary>
public sealed partial class OwnSeedsTests
{
    private const int LeastSeeds = 25;
    private const int CopiedRun = 8;

    private static readonly string[] Files = [.. Directory.GetFiles(Path.GetDirectoryName(Repository.UserSeedPath)!, "*.txt").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => new(Files.Select(Path.GetFileNameWithoutExtension).OfType<string>());

    /// <summary>What the user gave is theirs: it names no registrant terms, so only the others are held against their records.</summary>
    private static IEnumerable<SeedDocument> Written =>
        Files.Where(file => file != Repository.UserSeedPath).Select(file => SeedParser.Parse(File.ReadAllBytes(file)).Document);

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Files.Length >= LeastSeeds, $"{Files.Length} seeds");

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_read_without_a_problem_and_says_what_a_page_needs(string name)
    {
        var result = SeedParser.Parse(File.ReadAllBytes(Files.Single(file => Path.GetFileNameWithoutExtension(file) == name)));

        Assert.Empty(result.Problems);
        Assert.Equal(name, result.Document.NctId);
        Assert.NotNull(result.Document.Title);
        Assert.NotNull(result.Document.Summary);
        Assert.NotNull(result.Document.PlainLanguageRead?.CouldLeadTo);
        Assert.NotNull(result.Document.PlainLanguageRead.CouldGoWrong);
        Assert.NotEmpty(result.Document.Conditions);
    }

    [Fact]
    public void A_condition_has_one_spelling()
    {
        var spellings = Written.SelectMany(seed => seed.Conditions).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(spellings.Count, spellings.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [SharedDataFact]
    public void Registrants_terms_and_places_are_those_of_the_record()
    {
        foreach (var (seed, record) in WithRecords())
        {
            Assert.Equal(Items(Module(record, "conditionsModule"), "conditions").Select(term => term.GetString()), seed.RegistrantConditions);
            var places = Items(Module(record, "contactsLocationsModule"), "locations");
            Assert.Equal(
                places.Select(place => (seed.NctId, Text(place, "status"), Text(place, "city"), Text(place, "country"))),
                seed.Locations.Select(place => (seed.NctId, place.Status, place.City, place.Country)));
        }
    }

    [SharedDataFact]
    public void No_words_are_copied_from_the_record()
    {
        foreach (var (seed, record) in WithRecords())
        {
            var runs = Texts(record).SelectMany(Runs).ToHashSet();
            var read = seed.PlainLanguageRead!;
            var copied = new[] { seed.Title, seed.Summary, read.ActiveSubstance, read.CouldLeadTo, read.CouldGoWrong }.OfType<string>().SelectMany(Runs).Where(runs.Contains);

            Assert.Empty(copied.Select(run => $"{seed.NctId}: {run}"));
        }
    }

    private static List<(SeedDocument Seed, JsonElement Record)> WithRecords()
    {
        var seeds = Written.ToDictionary(seed => seed.NctId!);
        var found = new List<(SeedDocument, JsonElement)>();
        foreach (var record in Records())
        {
            if (seeds.Remove(Text(Module(record, "identificationModule"), "nctId")!, out var seed))
                found.Add((seed, record));
        }
        Assert.True(found.Count >= LeastSeeds - 1, $"{found.Count} seeds with a record");
        return found;
    }

    private static IEnumerable<JsonElement> Records()
    {
        foreach (var file in new[] { "sample200.ndjson.gz", "all.ndjson.gz" })
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.SharedData, file)), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
                yield return JsonElement.Parse(line);
        }
    }

    private static JsonElement Module(JsonElement record, string name) => record.GetProperty("protocolSection").GetProperty(name);

    private static JsonElement[] Items(JsonElement parent, string name) => parent.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    /// <summary>Every run of 8 words, in lower case and without what stands between them.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).ToArray();
        for (var at = 0; at + CopiedRun <= words.Length; at++)
            yield return string.Join(' ', words.AsSpan(at, CopiedRun));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
