using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

public sealed class TrialComparisonTests
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly SeedLocation Harbour = Walk.Locations[0];
    private static readonly SeedLocation Hill = new() { Name = "Hill hospital", Status = "COMPLETED", City = "Porto", Country = "Portugal" };

    [Fact]
    public void The_same_text_has_no_difference() => Assert.Empty(Differences(Walk, Walk));

    public static TheoryData<string, SeedDocument> NoDifference => new()
    {
        { "case of the title", Walk with { Title = "WALKING programme 1 tested for sore knees" } },
        { "line ends of the summary", Walk with { Summary = Walk.Summary!.Replace("\n", "  \n ", StringComparison.Ordinal) } },
        { "order of conditions", Walk with { Conditions = ["Osteoarthritis", "knee pain"] } },
        { "case of an address", Walk with { Locations = [Harbour with { City = "BERGEN" }] } },
        { "case of a role", Walk with { Contacts = [new("STUDY NURSE", true, false)] } },
    };

    [Theory]
    [MemberData(nameof(NoDifference))]
    public void Case_space_and_order_are_no_difference(string what, SeedDocument after)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Differences(Walk, after));
    }

    public static TheoryData<SeedDocument, FieldDifference> OneDifference => new()
    {
        { Walk with { Title = "Swimming" }, new("title", null, Walk.Title, "Swimming") },
        { Walk with { Summary = null }, new("summary", null, Walk.Summary, null) },
        { Walk with { PlainLanguageRead = Walk.PlainLanguageRead! with { ActiveSubstance = "a swim" } }, new("activeSubstance", null, "a daily walk", "a swim") },
        { Walk with { PlainLanguageRead = Walk.PlainLanguageRead! with { CouldLeadTo = null } }, new("couldLeadTo", null, "If it works, knees may hurt less.", null) },
        { Walk with { PlainLanguageRead = Walk.PlainLanguageRead! with { CouldGoWrong = "More." } }, new("couldGoWrong", null, "Walking may make the pain worse at first.", "More.") },
        { Walk with { Conditions = ["knee pain", "osteoarthritis", "falls"] }, new("condition", "falls", null, "falls") },
        { Walk with { Conditions = ["knee pain"] }, new("condition", "osteoarthritis", "osteoarthritis", null) },
        { Walk with { RegistrantConditions = [] }, new("registrantCondition", "Knee Osteoarthritis", "Knee Osteoarthritis", null) },
        { Walk with { Contacts = [] }, new("contact", "Study nurse (phone)", "Study nurse (phone)", null) },
        { Walk with { Locations = [Harbour with { Status = "COMPLETED" }] }, new("location.status", "Harbour clinic", "Recruiting", "Completed") },
        { Walk with { Locations = [Harbour with { Status = "A_NEW_WORD" }] }, new("location.status", "Harbour clinic", "Recruiting", "A_NEW_WORD") },
        { Walk with { Locations = [Harbour with { Status = null }] }, new("location.status", "Harbour clinic", "Recruiting", null) },
        { Walk with { Locations = [Harbour with { Name = "Quay clinic" }] }, new("location.name", "Quay clinic", "Harbour clinic", "Quay clinic") },
        { Walk with { Locations = [Harbour with { PostalCode = "5004" }] }, new("location.address", "Harbour clinic", "Bergen, Vestland, 5003, Norway", "Bergen, Vestland, 5004, Norway") },
        { Walk with { Locations = [Harbour with { Contacts = [] }] }, new("location.contact", "Harbour clinic: Study nurse (phone and e-mail)", "Study nurse (phone and e-mail)", null) },
        { Walk with { Locations = [] }, new("location", "Harbour clinic", "Harbour clinic, Bergen, Vestland, 5003, Norway", null) },
        { Walk with { Locations = [Harbour, Hill] }, new("location", "Hill hospital", null, "Hill hospital, Porto, Portugal") },
    };

    [Theory]
    [MemberData(nameof(OneDifference))]
    public void Each_part_of_the_page_is_compared(SeedDocument after, FieldDifference difference) =>
        Assert.Equal([difference], Differences(Walk, after));

    [Fact]
    public void A_read_that_is_taken_away_is_three_differences() =>
        Assert.Equal(["activeSubstance", "couldLeadTo", "couldGoWrong"], Differences(Walk, Walk with { PlainLanguageRead = null }).Select(difference => difference.Field));

    [Fact]
    public void A_contact_that_loses_its_phone_is_told_as_before_and_after() =>
        Assert.Equal(
            [("Study nurse (phone)", null), (null, "Study nurse")],
            Differences(Walk, Walk with { Contacts = [new("Study nurse", false, false)] }).Select(difference => (difference.Before, difference.After)));

    [Fact]
    public void Places_are_told_apart_by_name_and_address_whatever_their_order() =>
        Assert.Equal(
            [new FieldDifference("location.status", "Hill hospital", "Completed", "Recruiting")],
            Differences(Walk with { Locations = [Harbour, Hill] }, Walk with { Locations = [Hill with { Status = "RECRUITING" }, Harbour] }));

    [Fact]
    public void Two_places_of_one_name_keep_their_own_status()
    {
        var inPorto = Harbour with { City = "Porto", Status = "COMPLETED" };

        Assert.Equal(
            [new FieldDifference("location.status", "Harbour clinic", "Completed", "Suspended")],
            Differences(Walk with { Locations = [Harbour, inPorto] }, Walk with { Locations = [inPorto with { Status = "SUSPENDED" }, Harbour] }));
    }

    [Fact]
    public void Places_that_are_the_same_in_all_words_are_counted() =>
        Assert.Equal(
            [new FieldDifference("location", "Hill hospital", "Hill hospital, Porto, Portugal", null)],
            Differences(Walk with { Locations = [Hill, Hill, Hill] }, Walk with { Locations = [Hill, Hill] }));

    [Fact]
    public void A_place_that_moves_and_one_that_closes_are_two_things() =>
        Assert.Equal(
            ["location.address", "location"],
            Differences(Walk with { Locations = [Harbour, Hill] }, Walk with { Locations = [Harbour with { City = "Oslo" }] }).Select(difference => difference.Field));

    private static IReadOnlyList<FieldDifference> Differences(SeedDocument before, SeedDocument after) =>
        TrialComparison.Differences(EditorialLayer.From(before), EditorialLayer.From(after));
}
