using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>The places of a record in the form of a seed's, so that one comparison serves both.</summary>
internal static class RegistryPlaces
{
    public static IReadOnlyList<Location> Of(RegistryRecord record) => [.. record.Locations.Select(Of)];

    private static Location Of(RegistryLocation place)
    {
        var location = new Location("", place.StatusWord, place.City, place.State, place.PostalCode, CountryName.Today(place.Country), place.Contacts);
        return location with { Name = NameOf(place) ?? location.Area ?? "Not named" };
    }

    /// <summary>As pages name it, and a stand-in such as "Research Site" as it stands; nobody's own name.</summary>
    private static string? NameOf(RegistryLocation place)
    {
        var name = PlaceName.Of(place);
        return name.IsNamed ? name.Name : name.ListedAs;
    }
}
