using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>The places of one trial as its page shows them: a short list as it is, a long one by country.</summary>
/// <remarks><see cref="SeenOn"/> is null when the trial is no longer listed: since then nobody has looked.</remarks>
public sealed record Places(NctId NctId, DateOnly? SeenOn, IReadOnlyList<PlaceGroup> Groups)
{
    private const int MostInOneList = 10;
    private const int MonthsUntilOld = 12;

    public bool HaveContacts => Groups.Any(group => group.Places.Any(place => place.Location.Contacts.Count > 0));

    public static Places Of(Trial trial, DateOnly today)
    {
        DateOnly? seenOn = trial.IsListed ? trial.LocationsSeenOn : null;
        var isOld = seenOn is null || seenOn.Value.AddMonths(MonthsUntilOld) < today;
        var places = (trial.Editorial?.Locations ?? []).Select(location => new Place(location, seenOn, isOld)).ToList();
        return new(trial.NctId, seenOn, places.Count > MostInOneList ? ByCountry(places) : [new(null, places)]);
    }

    private static List<PlaceGroup> ByCountry(List<Place> places) =>
    [
        .. places.GroupBy(place => place.Location.Country)
            .OrderBy(country => country.Key is null)
            .ThenBy(country => country.Key, StringComparer.OrdinalIgnoreCase)
            .Select(country => new PlaceGroup(Heading(country.Key, country.Count()), [.. country.OrderByDescending(place => place.IsOpen)])),
    ];

    private static string Heading(string? country, int count) =>
        $"{country ?? "Country not stated"}: {count} {(count == 1 ? "place" : "places")}";
}

/// <summary>Places under one heading; null when there is only one group.</summary>
public sealed record PlaceGroup(string? Heading, IReadOnlyList<Place> Places);

/// <summary>A place and how far its status can be trusted.</summary>
public sealed record Place(Location Location, DateOnly? SeenOn, bool IsOld)
{
    /// <summary>Looking for people as far as we know; never said of an old record.</summary>
    public bool IsOpen => !IsOld && Location.Status is { IsOpen: true };
}
