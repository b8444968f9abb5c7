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
    public const string Bare = "NCT05000002";
    public const string Changed = "NCT05000003";
    public const string Gone = "NCT05000004";

    private static readonly string[] Countries =
        ["Norway", "Germany", "France", "Spain", "Italy", "Poland", "Canada", "United States", "Mexico", "Brazil", "Japan", "China", "India", "Australia", "South Africa"];

    public static IEnumerable<(string NctId, string Text)> Seeds =>
    [
        (Bare, $"Bare trial\n\nNCT ID {Bare}\n\nSummary\n\nA trial of which little is known."),
        (Changed, UsersTextAs(Changed, "first")),
        (Gone, UsersTextAs(Gone, "gone")),
    ];

    public static string ChangedText => UsersTextAs(Changed, "first").Replace("RECRUITING", "COMPLETED").Replace("Zhujiang hospital", "Pearl River hospital");

    public static IEnumerable<RegistryRecord> Records => [TestStudy.Record(), WithManyPlaces()];

    private static string UsersTextAs(string nctId, string mark) =>
        File.ReadAllText(Repository.UserSeed).Replace(Users, nctId).Replace("Stem cell blood filter", $"Stem cell blood filter ({mark})");

    private static RegistryRecord WithManyPlaces()
    {
        var places = Enumerable.Range(0, 300).Select(number => new RegistryLocation(
            $"Hospital {number}",
            number % 3 == 0 ? "COMPLETED" : "RECRUITING",
            $"Town {number}",
            null,
            $"{10_000 + number}",
            Countries[number % Countries.Length],
            new GeoPoint(-40 + (number % 100), -120 + (number * 0.8)),
            []));
        return TestStudy.Record() with { NctId = Parsed(ManyPlaces), AliasIds = [], Title = "Walking in 300 places", StatusWord = "RECRUITING", StatusVerified = PartialDate.TryParse("2026-06", out var month) ? month : null, Locations = [.. places] };
    }

    private static NctId Parsed(string text) => NctId.TryParse(text, out var nctId) ? nctId : throw new ArgumentException("no NCT ID", nameof(text));
}
