using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Hundreds of places may open on one day: then a reader is told once, with their number and their cities.</summary>
internal static class ManyPlaces
{
    private const int MostByThemselves = 5;

    public static IEnumerable<FieldDifference> Together(IReadOnlyList<PlaceDifference> differences) =>
        differences.GroupBy(difference => difference.What).SelectMany(group => Told([.. group]));

    private static IEnumerable<FieldDifference> Told(List<PlaceDifference> sameThing)
    {
        var places = sameThing.Select(difference => difference.Place).Distinct(ReferenceEqualityComparer.Instance).Cast<Location>().ToList();
        return places.Count > MostByThemselves ? [OfMany(places, [.. sameThing.Select(told => told.Difference)])] : sameThing.Select(told => told.Difference);
    }

    private static FieldDifference OfMany(List<Location> places, List<FieldDifference> differences)
    {
        var first = differences[0];
        var cities = PlaceList.ByCountry(places);
        var told = first with { Area = PlaceList.Countries(places), Places = places.Count };
        return first.Field == TrialField.Location
            ? told with { Subject = null, Before = first.Before is null ? null : cities, After = first.After is null ? null : cities }
            : told with { Subject = cities, Before = Shared(differences.Select(one => one.Before)), After = Shared(differences.Select(one => one.After)) };
    }

    private static string? Shared(IEnumerable<string?> texts) => texts.Distinct().ToList() is [var one] ? one : FieldDifference.Several;
}
