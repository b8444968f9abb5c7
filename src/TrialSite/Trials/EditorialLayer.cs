using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>The editor's words about a trial; only a reseed writes them, never a registry import.</summary>
public sealed record EditorialLayer(
    string Title,
    Prose? Summary,
    PlainLanguageRead? PlainLanguageRead,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> RegistrantConditions,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Location> Locations)
{
    public static EditorialLayer From(SeedDocument seed) => new(
        seed.Title ?? "",
        Prose.From(seed.Summary),
        seed.PlainLanguageRead is { } read ? new(Prose.From(read.ActiveSubstance), Prose.From(read.CouldLeadTo), Prose.From(read.CouldGoWrong)) : null,
        seed.Conditions,
        seed.RegistrantConditions,
        ContactsFrom(seed.Contacts),
        [.. seed.Locations.Select(place => new Location(place.Name, place.Status, place.City, place.State, place.PostalCode, place.Country, ContactsFrom(place.Contacts)))]);

    public SeedDocument ToSeed(NctId nctId, DateOnly firstSeen, DateOnly lastUpdated) => new()
    {
        NctId = nctId.Value,
        Title = Title,
        FirstSeen = firstSeen,
        LastUpdated = lastUpdated,
        Summary = Summary?.Markdown,
        PlainLanguageRead = PlainLanguageRead is { } read ? new(read.ActiveSubstance?.Markdown, read.CouldLeadTo?.Markdown, read.CouldGoWrong?.Markdown) : null,
        Conditions = [.. Conditions],
        RegistrantConditions = [.. RegistrantConditions],
        Contacts = ContactsTo(Contacts),
        Locations =
        [
            .. Locations.Select(place => new SeedLocation
            {
                Name = place.Name,
                Status = place.StatusWord,
                City = place.City,
                State = place.State,
                PostalCode = place.PostalCode,
                Country = place.Country,
                Contacts = ContactsTo(place.Contacts),
            }),
        ],
    };

    private static IReadOnlyList<Contact> ContactsFrom(SeedList<SeedContact> contacts) =>
        [.. contacts.Select(contact => new Contact(contact.Role, contact.HasPhone, contact.HasEmail))];

    private static SeedList<SeedContact> ContactsTo(IReadOnlyList<Contact> contacts) =>
        [.. contacts.Select(contact => new SeedContact(contact.Role, contact.HasPhone, contact.HasEmail))];
}
