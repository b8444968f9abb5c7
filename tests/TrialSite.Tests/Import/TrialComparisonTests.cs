using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Tests.Registry;
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

    public static TheoryData<ChangeExample> Examples => [.. ChangeExamples.All];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_kind_of_change_has_its_difference_level_and_sentence(ChangeExample example)
    {
        var difference = Assert.Single(example.Differences, difference => difference == example.Difference);
        Assert.Equal(example.Level, difference.Level);
        Assert.Equal(example.Sentence, DifferenceInWords.Of(difference).Sentence);
    }

    public static TheoryData<LayerChangeExample> Layers => [.. LayerChangeExamples.All];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_that_comes_or_goes_is_one_difference(LayerChangeExample example)
    {
        var difference = Assert.Single(example.Differences);
        Assert.Equal(example.Difference, difference);
        Assert.Equal(ChangeLevel.Important, difference.Level);
        Assert.Equal((example.Sentence, 0), (DifferenceInWords.Of(difference).Sentence, DifferenceInWords.Of(difference).Words.Count));
    }

    [Fact]
    public void Both_layers_are_compared_and_a_condition_of_either_is_told_once()
    {
        var record = TestStudy.Record();
        var before = new TrialLayers(EditorialLayer.From(Walk), record with { Conditions = [] });
        var after = new TrialLayers(EditorialLayer.From(Walk with { Title = "Swimming", Conditions = [.. Walk.Conditions, "Falls"] }), record with { Conditions = ["Falls"], Acronym = "AMBLE" });

        Assert.Equal(
            [TrialField.Title, TrialField.RegistryAcronym, TrialField.RegistryConditions, TrialField.Condition],
            TrialComparison.Between(before, after).Select(difference => difference.Field));
    }

    [Fact]
    public void Each_part_of_a_trial_has_an_example() =>
        Assert.Equal(Enum.GetValues<TrialField>(), ChangeExamples.Told.Select(example => example.Difference.Field).Distinct().Order());

    [Fact]
    public void A_word_of_the_registry_that_we_do_not_know_is_a_new_status() =>
        Assert.Equal(
            ["A place in Bergen, Norway, has a new status."],
            Differences(Walk, Walk with { Locations = [Harbour with { Status = "A_NEW_WORD" }] }).Select(ChangeSentence.Of));

    [Fact]
    public void A_read_that_is_taken_away_is_three_differences() =>
        Assert.Equal([TrialField.ActiveSubstance, TrialField.CouldLeadTo, TrialField.CouldGoWrong], Differences(Walk, Walk with { PlainLanguageRead = null }).Select(difference => difference.Field));

    [Fact]
    public void A_contact_that_is_there_twice_and_then_once_has_left() =>
        Assert.Equal(
            [("Study nurse (phone)", null)],
            Differences(Walk with { Contacts = [Walk.Contacts[0], Walk.Contacts[0]] }, Walk).Select(difference => (difference.Before, difference.After)));

    [Fact]
    public void A_contact_detail_that_Markdown_hides_is_in_no_difference()
    {
        var difference = Assert.Single(Differences(Walk, Walk with { Summary = "Write to j\\.roe\\@clinic.example or +44 20 7946 &#48;011." }));

        Assert.Equal("Write to (e-mail address hidden) or (phone number hidden).", difference.After);
    }

    [Fact]
    public void Another_address_behind_a_link_is_a_difference_and_bold_type_is_none()
    {
        var before = Walk with { Summary = "See [the plan](https://example.org/a)." };

        Assert.Empty(Differences(before, Walk with { Summary = "See **[the plan](https://example.org/a)**." }));
        Assert.Equal(
            ["See the plan (https://example.org/b)."],
            Differences(before, Walk with { Summary = "See [the plan](https://example.org/b)." }).Select(difference => difference.After));
    }

    [Fact]
    public void A_benefit_carries_its_risk_and_is_told_of_only_while_the_page_shows_it()
    {
        var read = Walk.PlainLanguageRead!;
        var withoutRisk = Walk with { PlainLanguageRead = read with { CouldGoWrong = null } };

        Assert.Empty(Differences(withoutRisk, withoutRisk with { PlainLanguageRead = read with { CouldLeadTo = "A cure.", CouldGoWrong = null } }));
        Assert.Equal([read.CouldGoWrong, null], Differences(Walk, withoutRisk).Select(difference => difference.Risk));
        Assert.Equal(["A risk.", null], Differences(withoutRisk, Walk with { PlainLanguageRead = read with { CouldGoWrong = "A risk." } }).Select(difference => difference.Risk));
    }

    [Fact]
    public void There_and_back_again_is_no_net_difference()
    {
        var first = TestSeed.Version(Walk);
        var there = first.WithSeed(EditorialLayer.From(Walk with { Title = "Swimming", Locations = [Hill] }), first.Seed!, first.LastUpdated, first.LocationsSeenOn, generation: 2);
        var back = there.WithSeed(EditorialLayer.From(Walk), first.Seed!, first.LastUpdated, first.LocationsSeenOn, generation: 3);

        Assert.NotEmpty(TrialComparison.Between(first, there));
        Assert.Empty(TrialComparison.Between(first, back));
    }

    [Fact]
    public void Places_are_told_apart_by_name_and_address_whatever_their_order() =>
        Assert.Equal(
            [new FieldDifference(TrialField.LocationStatus, "Hill hospital", "COMPLETED", "RECRUITING") { Area = "Porto, Portugal" }],
            Differences(Walk with { Locations = [Harbour, Hill] }, Walk with { Locations = [Hill with { Status = "RECRUITING" }, Harbour] }));

    [Fact]
    public void Two_places_of_one_name_keep_their_own_status()
    {
        var inPorto = Harbour with { City = "Porto", Status = "COMPLETED" };

        Assert.Equal(
            [new FieldDifference(TrialField.LocationStatus, "Harbour clinic", "COMPLETED", "SUSPENDED") { Area = "Porto, Norway" }],
            Differences(Walk with { Locations = [Harbour, inPorto] }, Walk with { Locations = [inPorto with { Status = "SUSPENDED" }, Harbour] }));
    }

    [Fact]
    public void Places_that_are_the_same_in_all_words_are_counted() =>
        Assert.Equal(
            [new FieldDifference(TrialField.Location, "Hill hospital", "Hill hospital, Porto, Portugal", null) { Area = "Porto, Portugal" }],
            Differences(Walk with { Locations = [Hill, Hill, Hill] }, Walk with { Locations = [Hill, Hill] }));

    [Fact]
    public void A_place_that_moves_and_one_that_closes_are_two_things() =>
        Assert.Equal(
            [TrialField.LocationAddress, TrialField.Location],
            Differences(Walk with { Locations = [Harbour, Hill] }, Walk with { Locations = [Harbour with { City = "Oslo" }] }).Select(difference => difference.Field));

    private static IReadOnlyList<FieldDifference> Differences(SeedDocument before, SeedDocument after) =>
        TrialComparison.Between(new TrialLayers(EditorialLayer.From(before), null), new TrialLayers(EditorialLayer.From(after), null));
}
