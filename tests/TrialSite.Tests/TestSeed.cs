using System.Globalization;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests;

/// <summary>Seeds in our own words.</summary>
internal static class TestSeed
{
    public static SeedDocument Number(int number) => new()
    {
        NctId = string.Create(CultureInfo.InvariantCulture, $"NCT{number:00000000}"),
        Title = $"Walking programme {number} tested for sore knees",
        FirstSeen = new(2026, 5, 1),
        LastUpdated = new(2026, 5, 2),
        Summary = "This study asks whether a daily walk helps.\nForty adults take part.\n\nEach walk takes twenty minutes.",
        PlainLanguageRead = new("a daily walk", "If it works, knees may hurt less.", "Walking may make the pain worse at first."),
        Conditions = ["knee pain", "osteoarthritis"],
        RegistrantConditions = ["Knee Osteoarthritis"],
        Contacts = [new("Study nurse", HasPhone: true, HasEmail: false)],
        Locations =
        [
            new()
            {
                Name = "Harbour clinic",
                Status = "RECRUITING",
                City = "Bergen",
                PostalCode = "5003",
                State = "Vestland",
                Country = "Norway",
                Contacts = [new("Study nurse", HasPhone: true, HasEmail: true)],
            },
        ],
    };

    public static IEnumerable<SeedDocument> Numbers(int from, int count) => Enumerable.Range(from, count).Select(Number);

    /// <summary>A version of the trial as the store would hold it.</summary>
    public static Trial Version(SeedDocument seed, bool isListed = true)
    {
        var origin = new SeedOrigin($"{seed.NctId}.txt", "", seed.FirstSeen, seed.LastUpdated);
        var first = Trial.FirstVersion(NctIdOf(seed), EditorialLayer.From(seed), origin, new(2026, 7, 1), generation: 1);
        return isListed ? first : first.WithoutSeed(new(2026, 7, 2), generation: 2);
    }

    public static NctId NctIdOf(SeedDocument seed) => NctId.TryParse(seed.NctId, out var nctId) ? nctId : throw new ArgumentException("a seed without an NCT ID", nameof(seed));
}
