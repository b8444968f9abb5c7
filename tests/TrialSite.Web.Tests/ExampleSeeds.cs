namespace TrialSite.Web.Tests;

/// <summary>Trials beside the user's: a long one, a bare one, and enough for a second page of the list.</summary>
public static class ExampleSeeds
{
    public const string ManyPlaces = "NCT05000001";
    public const string Bare = "NCT05000002";
    public const string Old = "NCT05000003";
    private const int Fillers = 25;

    public static IEnumerable<(string NctId, string Text)> All =>
    [
        (ManyPlaces, LongSeed()),
        (Bare, $"Bare trial\n\nNCT ID {Bare}\n\nSummary\n\nA trial of which little is known."),
        (Old, File.ReadAllText(Repository.UserSeed).Replace("NCT06904755", Old).Replace("Jun 27, 2026", "Jun 30, 2025").Replace("Stem cell", "Old stem cell")),
        .. Enumerable.Range(0, Fillers).Select(i => Filler($"NCT051000{i:00}", i)),
    ];

    private static (string, string) Filler(string nctId, int number) =>
        (nctId, $"Filler {number}\n\nNCT ID {nctId}\n\nFirst seen Jan 1, 2026 · Last updated Feb 2, 2026\n\nSummary\n\nText.\n\nConditions\n\nstroke");

    private static string LongSeed()
    {
        var places = Enumerable.Range(0, 12).Select(i =>
            $"  • Hospital {i}\n\n    {(i % 2 == 0 ? "COMPLETED" : "RECRUITING")}\n\n    Town {i}, {(i < 6 ? "Germany" : "China")}");
        return $"""
            Trial with <b>many</b> places & "quotes"

            NCT ID {ManyPlaces}

            Summary

            Some **bold** words and <script>alert(1)</script>.

            Conditions

            stroke; </script><b>odd name</b>

            As listed by the trial registrant

            Stroke, Ischemic

            Contacts and locations

            Locations

            {string.Join("\n\n", places)}
            """;
    }
}
