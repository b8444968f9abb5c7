using CsCheck;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>Order, case and spacing never make a difference, whatever the trial.</summary>
public sealed class SameTrialTests
{
    private static readonly Gen<string> Name = Gen.OneOf("knee pain", "falls", "sore hip", "Hill hospital", "Quay clinic", "Bergen", "study nurse");

    private static readonly Gen<SeedContact> Contact = Gen.Select(Name, Gen.Bool, Gen.Bool, (role, hasPhone, hasEmail) => new SeedContact(role, hasPhone, hasEmail));

    private static readonly Gen<SeedLocation> Location = Gen.Select(
        Name,
        Name,
        Gen.OneOf<string?>("RECRUITING", "COMPLETED", "A_NEW_WORD", null),
        Contact.Array[0, 3],
        (name, city, status, contacts) => new SeedLocation { Name = name, City = city, Country = "Norway", Status = status, Contacts = [.. contacts] });

    private static readonly Gen<SeedDocument> Seed = Gen.Select(Name.Array[0, 4], Name.Array[0, 4], Contact.Array[0, 4], Location.Array[0, 5], (conditions, terms, contacts, places) =>
        TestSeed.Number(1) with { Conditions = [.. conditions], RegistrantConditions = [.. terms], Contacts = [.. contacts], Locations = [.. places] });

    [Fact]
    public void A_version_does_not_differ_from_itself() => Seed.Sample(seed => Assert.Empty(Differences(seed, seed)));

    [Fact]
    public void Nor_from_itself_in_another_order() => Gen.Select(Seed, Gen.Int[0, 1000]).Sample((seed, shuffle) => Assert.Empty(Differences(seed, Reordered(seed, new Random(shuffle)))));

    [Fact]
    public void Nor_from_itself_in_capitals_and_wide_spacing() => Seed.Sample(seed => Assert.Empty(Differences(seed, Loud(seed))));

    [Fact]
    public void Sentences_have_at_most_twenty_words_and_a_full_stop() => Gen.Select(Seed, Seed).Sample((before, after) =>
        Assert.All(Differences(before, after).Select(ChangeSentence.Of), sentence => Assert.True(sentence.Split(' ').Length <= 20 && sentence.EndsWith('.'), sentence)));

    private static SeedDocument Reordered(SeedDocument seed, Random random) => seed with
    {
        Conditions = [.. Shuffled(seed.Conditions, random)],
        RegistrantConditions = [.. Shuffled(seed.RegistrantConditions, random)],
        Contacts = [.. Shuffled(seed.Contacts, random)],
        Locations = [.. Shuffled(seed.Locations, random).Select(place => place with { Contacts = [.. Shuffled(place.Contacts, random)] })],
    };

    private static T[] Shuffled<T>(IEnumerable<T> list, Random random)
    {
        var array = list.ToArray();
        random.Shuffle(array);
        return array;
    }

    private static SeedDocument Loud(SeedDocument seed) => seed with
    {
        Title = Loud(seed.Title!),
        Conditions = [.. seed.Conditions.Select(Loud)],
        RegistrantConditions = [.. seed.RegistrantConditions.Select(Loud)],
        Contacts = [.. seed.Contacts.Select(contact => contact with { Role = Loud(contact.Role) })],
        Locations = [.. seed.Locations.Select(place => place with { Name = Loud(place.Name), City = Loud(place.City!) })],
    };

    private static string Loud(string text) => $" {text.ToUpperInvariant().Replace(" ", " \t ", StringComparison.Ordinal)}";

    private static IReadOnlyList<FieldDifference> Differences(SeedDocument before, SeedDocument after) =>
        TrialComparison.Between(new TrialLayers(EditorialLayer.From(before), null), new TrialLayers(EditorialLayer.From(after), null));
}
