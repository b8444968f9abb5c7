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
        return location with { Name = place.Facility ?? location.Area ?? "Not named" };
    }
}
