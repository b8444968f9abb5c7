using System.Globalization;
using TrialSite.Maps;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>The places of one trial as its page shows them: a short list as it is, a long one by country, a very long one folded.</summary>
/// <remarks><see cref="SeenOn"/> is null when nobody looks any more, or when the record does not say.</remarks>
public sealed record Places(NctId NctId, PartialDate? SeenOn, bool AreFromRecord, bool AreOld, IReadOnlyList<PlaceGroup> Groups)
{
    public const int MostPrinted = 20;
    private const int MostInOneList = 10;
    private const int MostUnfolded = 50;
    private const int MonthsUntilOld = 12;

    public int Count { get; } = Groups.Sum(group => group.Places.Count);

    /// <summary>Too many to go through one by one by keyboard.</summary>
    public bool AreMany => Count > MostInOneList;

    public bool AreFolded => Count > MostUnfolded;

    /// <summary>How many of each group are worth paper: the first ones, so the open ones. Of hundreds the counts are enough.</summary>
    public int PrintedOfGroup => IsPrintedWhole ? Count : MostPrinted / Groups.Count;

    public bool IsPrintedWhole => Count <= MostPrinted;

    /// <summary>Null when we know of no place where it lies.</summary>
    public PlaceMap? Map { get; private init; }

    public Places On(PlaceMaps maps) => this with { Map = maps.Of([.. Groups.SelectMany(group => group.Places).Select(place => place.OnMap)]) };

    public bool HaveContacts => Groups.Any(group => group.Places.Any(place => place.Location.Contacts.Count > 0));

    public bool HaveStatus => Groups.Any(group => group.Places.Any(place => place.Location.StatusWord is not null));

    /// <summary>A record's places are the ones that count, also when it has none; an editor's where there is no record.</summary>
    public static Places Of(Trial trial, DateOnly today) => trial.LastLayers is { Registry: { } record }
        ? Of(trial, record, today)
        : OfEditor(trial, today);

    /// <summary>What is said of them is told as past on the day.</summary>
    public static bool AreOldOn(DateOnly day, Trial trial) => !trial.IsListed || (trial.LastLayers.Registry is { } record
        ? Freshness.Of(record, day).IsOld
        : trial.LocationsSeenOn.AddMonths(MonthsUntilOld) < day);

    private static Places OfEditor(Trial trial, DateOnly today)
    {
        PartialDate? seenOn = trial.IsListed ? PartialDate.OfDay(trial.LocationsSeenOn) : null;
        var isOld = AreOldOn(today, trial);
        return Of(trial.NctId, seenOn, isOld, isFromRecord: false, (trial.LastLayers.Editorial?.Locations ?? []).Select(location => new Place(location, seenOn, isOld)));
    }

    private static Places Of(Trial trial, RegistryRecord record, DateOnly today)
    {
        var freshness = Freshness.Of(record, today);
        var isOld = AreOldOn(today, trial);
        var isClosed = new StatusNow(record, trial.IsListed, today).IsClosed;
        return Of(record.NctId, freshness.Confirmed, isOld, isFromRecord: true, record.Locations.Select(PlaceOf).OrderByDescending(place => place.IsOpen));

        Place PlaceOf(RegistryLocation location)
        {
            var name = PlaceName.Of(location);
            Contact[] contacts = [.. location.Contacts.Where(contact => contact.HasPhone || contact.HasEmail).Distinct()];
            return new(new(name.Name, StatusOf(location), location.City, location.State, location.PostalCode, location.Country, contacts), freshness.Confirmed, isOld)
            {
                RecordName = name,
                Point = location.Point,
            };
        }

        // A trial that takes nobody has no open place, whatever was forgotten in its record.
        string? StatusOf(RegistryLocation location) =>
            isClosed && RecruitmentStatus.TryParse(location.StatusWord, out var status) && status.IsOpen ? null : location.StatusWord;
    }

    private static Places Of(NctId nctId, PartialDate? seenOn, bool isOld, bool isFromRecord, IEnumerable<Place> places)
    {
        var all = places.ToList();
        return new(nctId, seenOn, isFromRecord, isOld, all.Count > MostInOneList ? ByCountry(all, isFromRecord) : [new(null, all)]);
    }

    private static List<PlaceGroup> ByCountry(List<Place> places, bool withOpen) =>
    [
        .. places.GroupBy(place => place.Location.Country)
            .OrderBy(country => country.Key is null)
            .ThenBy(country => country.Key, StringComparer.OrdinalIgnoreCase)
            .Select(country => new PlaceGroup(Heading(country.Key, country.Count(), withOpen ? country.Count(place => place.IsOpen) : 0), [.. country.OrderByDescending(place => place.IsOpen)])),
    ];

    private static string Heading(string? country, int count, int open) => string.Create(
        CultureInfo.InvariantCulture,
        $"{country ?? "Country not stated"}: {count} {(count == 1 ? "place" : "places")}{(open == 0 ? "" : $", {open} looking for people now")}");
}

/// <summary>Places under one heading; null when there is only one group.</summary>
public sealed record PlaceGroup(string? Heading, IReadOnlyList<Place> Places);

/// <summary>A place and how far its status can be trusted.</summary>
public sealed record Place(Location Location, PartialDate? SeenOn, bool IsOld)
{
    /// <summary>Null for a place that an editor typed.</summary>
    public PlaceName? RecordName { get; init; }

    /// <summary>Null for a place that an editor typed, too.</summary>
    public GeoPoint? Point { get; init; }

    public MappedPlace OnMap => new(Location.City, Location.State, Location.Country, Point, IsOpen);

    /// <summary>Looking for people as far as we know; never said of an old record.</summary>
    public bool IsOpen => !IsOld && Location.Status is { IsOpen: true };
}
