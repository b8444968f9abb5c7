using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>What happened between two versions, and the one difference that readers are told of; null stands for a trial that is not listed.</summary>
public sealed record ChangeExample(string What, Trial? Before, SeedDocument? After, FieldDifference Difference, ChangeLevel Level, string Sentence)
{
    public IReadOnlyList<FieldDifference> Differences => TrialComparison.Between(Before, After is null ? null : new TrialLayers(EditorialLayer.From(After), null));

    public override string ToString() => What;
}

/// <summary>One example of each kind of change, as docs/changes.md shows them.</summary>
internal static class ChangeExamples
{
    private const string Summary = "This study asks whether a daily walk helps.\nForty adults take part.\nEach walk takes twenty minutes.";

    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly SeedPlainLanguageRead Read = Walk.PlainLanguageRead!;
    private static readonly SeedLocation Harbour = Walk.Locations[0];
    private static readonly SeedLocation Hill = new() { Name = "Hill hospital", Status = "RECRUITING", City = "Porto", Country = "Portugal" };

    /// <summary>With those of records, as they are told.</summary>
    public static IEnumerable<(string What, FieldDifference Difference, ChangeLevel Level, string Sentence)> Told =>
        All.Select(example => (example.What, example.Difference, example.Level, example.Sentence))
            .Concat(LayerChangeExamples.All.Select(example => (example.What, example.Difference, ChangeLevel.Important, example.Sentence)))
            .Concat(RegistryChangeExamples.All.Select(example => (example.What, example.Difference, example.Level, example.Sentence)));

    public static IReadOnlyList<ChangeExample> All { get; } =
    [
        new("first listing", null, Walk, Listing.First, ChangeLevel.Essential, "This trial was listed here for the first time."),
        new("no longer listed", TestSeed.Version(Walk), null, Listing.NoLonger, ChangeLevel.Essential, "This trial is no longer listed here."),
        new("listed again", TestSeed.Version(Walk, isListed: false), Walk, Listing.Again, ChangeLevel.Essential, "This trial is listed here again."),

        Of("title changed", Walk with { Title = "Swimming" }, new(TrialField.Title, null, Walk.Title, "Swimming"), ChangeLevel.All, "The title of this trial changed."),
        Of("summary added", Walk with { Summary = null }, Walk, new(TrialField.Summary, null, null, Summary), ChangeLevel.Important, "The summary was added."),
        Of("summary changed", Walk with { Summary = "A daily *walk*." }, new(TrialField.Summary, null, Summary, "A daily walk."), ChangeLevel.Important, "The summary changed."),
        Of("summary taken out", Walk with { Summary = null }, new(TrialField.Summary, null, Summary, null), ChangeLevel.Important, "The summary was taken out."),
        Of("active substance changed", Walk with { PlainLanguageRead = Read with { ActiveSubstance = "a swim" } }, new(TrialField.ActiveSubstance, null, Read.ActiveSubstance, "a swim"), ChangeLevel.Important, "“Active substance” changed."),
        Of("what this could lead to changed", Walk with { PlainLanguageRead = Read with { CouldLeadTo = "Less pain." } }, new(TrialField.CouldLeadTo, null, Read.CouldLeadTo, "Less pain.") { Risk = Read.CouldGoWrong }, ChangeLevel.Important, "“What this could lead to” changed."),
        Of("what could go wrong changed", Walk with { PlainLanguageRead = Read with { CouldGoWrong = "More pain." } }, new(TrialField.CouldGoWrong, null, Read.CouldGoWrong, "More pain."), ChangeLevel.Important, "“What could go wrong” changed."),

        Of("condition added", Walk with { Conditions = ["knee pain", "osteoarthritis", "falls"] }, new(TrialField.Condition, "falls", null, "falls"), ChangeLevel.Important, "This trial is now listed under falls."),
        Of("condition removed", Walk with { Conditions = ["knee pain"] }, new(TrialField.Condition, "osteoarthritis", "osteoarthritis", null), ChangeLevel.Important, "This trial is no longer listed under osteoarthritis."),
        Of("registrant's term added", Walk with { RegistrantConditions = [] }, Walk, new(TrialField.RegistrantCondition, "Knee Osteoarthritis", null, "Knee Osteoarthritis"), ChangeLevel.All, "A term of the trial's registrant was added."),
        Of("registrant's term taken out", Walk with { RegistrantConditions = [] }, new(TrialField.RegistrantCondition, "Knee Osteoarthritis", "Knee Osteoarthritis", null), ChangeLevel.All, "A term of the trial's registrant was taken out."),

        Of("contact appeared", Walk with { Contacts = [] }, Walk, new(TrialField.Contact, null, null, "Study nurse (phone)"), ChangeLevel.All, "This trial has a new contact."),
        Of("contact changed", Walk with { Contacts = [new("Study nurse", HasPhone: true, HasEmail: true)] }, new(TrialField.Contact, null, "Study nurse (phone)", "Study nurse (phone and email)"), ChangeLevel.All, "This trial changed one of its contacts."),
        Of("contact vanished", Walk with { Contacts = [] }, new(TrialField.Contact, null, "Study nurse (phone)", null), ChangeLevel.All, "This trial no longer lists one of its contacts."),

        Of("place added", Walk with { Locations = [Harbour, Hill] }, new(TrialField.Location, "Hill hospital", null, "Hill hospital, Porto, Portugal") { Area = "Porto, Portugal" }, ChangeLevel.Important, "A place in Porto, Portugal, was added."),
        Of("place removed", Walk with { Locations = [] }, new(TrialField.Location, "Harbour clinic", "Harbour clinic, Bergen, Vestland, 5003, Norway", null) { Area = "Bergen, Norway" }, ChangeLevel.Important, "A place in Bergen, Norway, is no longer listed."),
        OfPlace("place renamed", Harbour with { Name = "Quay clinic" }, TrialField.LocationName, "Harbour clinic", "Quay clinic", ChangeLevel.All, "A place in Bergen, Norway, has a new name."),
        OfPlace("place moved", Harbour with { PostalCode = "5004" }, TrialField.LocationAddress, "Bergen, Vestland, 5003, Norway", "Bergen, Vestland, 5004, Norway", ChangeLevel.Important, "A place in Bergen, Norway, has a new address."),
        OfPlace("place opened", Harbour with { Status = "NOT_YET_RECRUITING" }, Harbour, TrialField.LocationStatus, "NOT_YET_RECRUITING", "RECRUITING", ChangeLevel.Important, "A place in Bergen, Norway, started looking for people."),
        OfPlace("place closed", Harbour with { Status = "ACTIVE_NOT_RECRUITING" }, TrialField.LocationStatus, "RECRUITING", "ACTIVE_NOT_RECRUITING", ChangeLevel.Important, "A place in Bergen, Norway, stopped looking for people."),
        OfPlace("place's status appeared", Harbour with { Status = null }, Harbour, TrialField.LocationStatus, null, "RECRUITING", ChangeLevel.Important, "A place in Bergen, Norway, says that it is looking for people now."),
        OfPlace("place's status vanished", Harbour with { Status = null }, TrialField.LocationStatus, "RECRUITING", null, ChangeLevel.Important, "A place in Bergen, Norway, no longer states its status."),
        OfPlace("place's contact appeared", Harbour with { Contacts = [] }, Harbour, TrialField.LocationContact, null, "Study nurse (phone and email)", ChangeLevel.All, "A place in Bergen, Norway, has a new contact."),
        OfPlace("place's contact changed", Harbour with { Contacts = [new("Study nurse", HasPhone: true, HasEmail: false)] }, TrialField.LocationContact, "Study nurse (phone and email)", "Study nurse (phone)", ChangeLevel.All, "A place in Bergen, Norway, changed one of its contacts."),
        OfPlace("place's contact vanished", Harbour with { Contacts = [] }, TrialField.LocationContact, "Study nurse (phone and email)", null, ChangeLevel.All, "A place in Bergen, Norway, no longer lists one of its contacts."),
    ];

    private static ChangeExample Of(string what, SeedDocument after, FieldDifference difference, ChangeLevel level, string sentence) => Of(what, Walk, after, difference, level, sentence);

    private static ChangeExample Of(string what, SeedDocument before, SeedDocument after, FieldDifference difference, ChangeLevel level, string sentence) =>
        new(what, TestSeed.Version(before), after, difference, level, sentence);

    private static ChangeExample OfPlace(string what, SeedLocation after, TrialField field, string? old, string? now, ChangeLevel level, string sentence) =>
        OfPlace(what, Harbour, after, field, old, now, level, sentence);

    private static ChangeExample OfPlace(string what, SeedLocation before, SeedLocation after, TrialField field, string? old, string? now, ChangeLevel level, string sentence) =>
        Of(what, Walk with { Locations = [before] }, Walk with { Locations = [after] }, new(field, after.Name, old, now) { Area = "Bergen, Norway" }, level, sentence);
}
