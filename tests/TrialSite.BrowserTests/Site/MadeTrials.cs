using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;
using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

/// <summary>Trials that no editor wrote: the bare, the long, the changed and the gone.</summary>
internal static class MadeTrials
{
    public const string Users = "NCT06904755";
    public const string RecordOnly = TestStudy.NctId;
    public const string ManyPlaces = "NCT09000300";
    public const string WordsAndRecord = "NCT09000005";
    public const string Bare = "NCT05000002";
    public const string Changed = "NCT05000003";
    public const string Gone = "NCT05000004";

    /// <summary>Each with a point well inside.</summary>
    private static readonly (string Name, double Latitude, double Longitude)[] Countries =
    [
        ("Norway", 61, 9), ("Germany", 51, 10), ("France", 47, 2), ("Spain", 40, -4), ("Italy", 43, 12), ("Poland", 52, 19), ("Canada", 50, -100), ("United States", 39, -95),
        ("Mexico", 22, -102), ("Brazil", -14, -50), ("Japan", 36, 138), ("China", 32, 110), ("India", 22, 78), ("Australia", -27, 140), ("South Africa", -29, 25),
    ];

    public static IEnumerable<(string NctId, string Text)> Seeds =>
    [
        (Bare, $"Bare trial\n\nNCT ID {Bare}\n\nSummary\n\nA trial of which little is known."),
        (Changed, UsersTextAs(Changed, "first")),
        (Gone, UsersTextAs(Gone, "gone")),
    ];

    public static string ChangedText => UsersTextAs(Changed, "first").Replace("RECRUITING", "COMPLETED").Replace("Zhujiang hospital", "Pearl River hospital");

    public static string WordsBesideRecord => UsersTextAs(WordsAndRecord, "both");

    public static IEnumerable<RegistryRecord> Records => [TestStudy.Record(), WithManyPlaces(), BesideWords];

    /// <summary>As it became after the words were written.</summary>
    public static RegistryRecord ChangedBesideWords => BesideWords with { BriefSummary = "More people walk." };

    private static RegistryRecord BesideWords => TestStudy.Record() with { NctId = Parsed(WordsAndRecord), AliasIds = [] };

    private static string UsersTextAs(string nctId, string mark) =>
        File.ReadAllText(Repository.UserSeed).Replace(Users, nctId).Replace("Stem cell blood filter", $"Stem cell blood filter ({mark})");

    private static RegistryRecord WithManyPlaces()
    {
        var places = Enumerable.Range(0, 300).Select(number => (Number: number, Country: Countries[number % Countries.Length])).Select(place => new RegistryLocation(
            $"Hospital {place.Number}",
            place.Number % 4 == 0 ? "COMPLETED" : "RECRUITING",
            $"Town {place.Number}",
            null,
            $"{10_000 + place.Number}",
            place.Country.Name,
            new GeoPoint(place.Country.Latitude + (place.Number % 7) - 3, place.Country.Longitude + (place.Number % 11) - 5),
            []));
        return TestStudy.Record() with
        {
            NctId = Parsed(ManyPlaces),
            AliasIds = [],
            Title = "Walking in 300 places",
            StatusWord = "RECRUITING",
            StatusVerified = PartialDate.TryParse("2026-06", out var month) ? month : null,
            WhyStopped = null,
            Locations = [.. places],
        };
    }

    private static NctId Parsed(string text) => NctId.TryParse(text, out var nctId) ? nctId : throw new ArgumentException("no NCT ID", nameof(text));
}
