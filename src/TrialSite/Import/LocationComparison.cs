using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between lists of places.</summary>
internal static class LocationComparison
{
    public static IEnumerable<FieldDifference> Between(IReadOnlyList<Location> before, IReadOnlyList<Location> after)
    {
        var places = Pairing<Location>.Of(before, after, InAllWords, InWords, place => place.Name, place => place.Address);
        return
        [
            .. places.Pairs.SelectMany(pair => Between(pair.Before, pair.After)),
            .. places.Gone.Select(place => new FieldDifference(TrialField.Location, place.Name, InWords(place), null) { Area = place.Area }),
            .. places.Added.Select(place => new FieldDifference(TrialField.Location, place.Name, null, InWords(place)) { Area = place.Area }),
        ];
    }

    private static IEnumerable<FieldDifference> Between(Location before, Location after) =>
        new[]
        {
            TextComparison.Between(TrialField.LocationName, before.Name, after.Name),
            TextComparison.Between(TrialField.LocationStatus, before.StatusWord, after.StatusWord),
            TextComparison.Between(TrialField.LocationAddress, before.Address, after.Address),
            ContactComparison.Between(TrialField.LocationContact, before.Contacts, after.Contacts),
        }.SelectMany(differences => differences).Select(difference => difference with { Subject = after.Name, Area = after.Area });

    /// <summary>Two places may share name and address and differ in the rest.</summary>
    private static string InAllWords(Location place) =>
        string.Join('|', [InWords(place), place.StatusWord, .. place.Contacts.Select(ContactComparison.InWords).Order(StringComparer.OrdinalIgnoreCase)]);

    private static string InWords(Location place) => place.Address is { } address ? $"{place.Name}, {address}" : place.Name;
}
