using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between lists of contacts: which roles there are and by what way each can be reached, never a value.</summary>
internal static class ContactComparison
{
    /// <summary>At most three: those that changed, those that are gone, and those that are new.</summary>
    public static IEnumerable<FieldDifference> Between(TrialField field, IReadOnlyList<Contact> before, IReadOnlyList<Contact> after)
    {
        var contacts = Pairing<Contact>.Of(before, after, InWords, contact => contact.Role);
        var changed = contacts.Pairs.Where(pair => !Wording.IsAlike(InWords(pair.Before), InWords(pair.After))).ToList();
        return
        [
            .. TextComparison.Between(field, Lines(changed.Select(pair => pair.Before)), Lines(changed.Select(pair => pair.After))),
            .. TextComparison.Between(field, Lines(contacts.Gone), null),
            .. TextComparison.Between(field, null, Lines(contacts.Added)),
        ];
    }

    public static string InWords(Contact contact) => ContactDetails.Mask((contact.HasPhone, contact.HasEmail) switch
    {
        (true, true) => $"{contact.Role} (phone and email)",
        (true, false) => $"{contact.Role} (phone)",
        (false, true) => $"{contact.Role} (email)",
        _ => contact.Role,
    });

    private static string? Lines(IEnumerable<Contact> contacts) => string.Join('\n', contacts.Select(InWords)) is { Length: > 0 } lines ? lines : null;
}
