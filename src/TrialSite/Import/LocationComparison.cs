using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between lists of places; when many do the same thing, one difference tells of all.</summary>
internal static class LocationComparison
{
    public static IEnumerable<FieldDifference> Between(IReadOnlyList<Location> before, IReadOnlyList<Location> after)
    {
        var places = PlacePairing.Of(before, after, InAllWords);
        return ManyPlaces.Together(
        [
            .. places.Pairs.SelectMany(pair => Between(pair.Before, pair.After)),
            .. places.Gone.Select(place => Of(place, new(TrialField.Location, place.Name, PlacePairing.InWords(place), null))),
            .. places.Added.Select(place => Of(place, new(TrialField.Location, place.Name, null, PlacePairing.InWords(place)))),
        ]);
    }

    private static IEnumerable<PlaceDifference> Between(Location before, Location after) =>
        new[]
        {
            TextComparison.Between(TrialField.LocationName, before.Name, after.Name),
            TextComparison.Between(TrialField.LocationStatus, before.StatusWord, after.StatusWord),
            TextComparison.Between(TrialField.LocationAddress, before.Address, after.Address),
            ContactComparison.Between(TrialField.LocationContact, before.Contacts, after.Contacts),
        }.SelectMany(differences => differences).Select(difference => Of(after, difference with { Subject = after.Name }));

    private static PlaceDifference Of(Location place, FieldDifference difference) => new(place, difference with { Area = place.Area });

    /// <summary>Two places may share name and address and differ in the rest.</summary>
    private static string InAllWords(Location place) =>
        string.Join('|', [PlacePairing.InWords(place), place.StatusWord, .. place.Contacts.Select(ContactComparison.InWords).Order(StringComparer.OrdinalIgnoreCase)]);
}
