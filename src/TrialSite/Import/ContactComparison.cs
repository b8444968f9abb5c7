using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between lists of contacts: which roles there are and by what way each can be reached, never a value.</summary>
internal static class ContactComparison
{
    public static IEnumerable<FieldDifference> Between(TrialField field, IReadOnlyList<Contact> before, IReadOnlyList<Contact> after)
    {
        var contacts = Pairing<Contact>.Of(before, after, InWords, contact => contact.Role);
        return
        [
            .. contacts.Pairs.SelectMany(pair => TextComparison.Between(field, InWords(pair.Before), InWords(pair.After))),
            .. contacts.Gone.Select(contact => new FieldDifference(field, null, InWords(contact), null)),
            .. contacts.Added.Select(contact => new FieldDifference(field, null, null, InWords(contact))),
        ];
    }

    public static string InWords(Contact contact) => ContactDetails.Mask((contact.HasPhone, contact.HasEmail) switch
    {
        (true, true) => $"{contact.Role} (phone and e-mail)",
        (true, false) => $"{contact.Role} (phone)",
        (false, true) => $"{contact.Role} (e-mail)",
        _ => contact.Role,
    });
}
