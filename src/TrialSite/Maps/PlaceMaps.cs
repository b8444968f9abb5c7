using System.Collections.Concurrent;
using TrialSite.Registry;
using TrialSite.Search;

namespace TrialSite.Maps;

/// <summary>Draws maps of places: of the country, of the part of the world around them, or of the world.</summary>
public sealed class PlaceMaps(Gazetteer gazetteer)
{
    private const double Narrowest = 0.8;
    private const double Flattest = 2.1;
    private const double WidestHomes = 60;
    private const double WidestPart = 100;

    /// <summary>Some megabytes; most trials have one country, and most countries one map.</summary>
    private const int MostKept = 500;

    private readonly Lazy<Outlines> outlines = new(Outlines.Unpack);
    private readonly ConcurrentDictionary<(MapFrame Frame, string Countries), MapBackground> backgrounds = [];

    /// <summary>Null when we know of no place where it lies.</summary>
    public PlaceMap? Of(IReadOnlyCollection<MappedPlace> places)
    {
        var located = places.Select(place => (Place: place, Point: place.Point ?? PointOfTown(place))).Where(place => place.Point is not null).Select(place => (place.Place, Point: place.Point!.Value)).ToList();
        if (located is [])
            return null;
        var codes = located.Select(place => CodeOf(place.Place)).Distinct().Order(StringComparer.Ordinal).ToList();
        var countries = codes.OfType<string>().Select(outlines.Value.Of).OfType<OutlinedCountry>().ToList();
        var frame = FrameOf([.. located.Select(place => place.Point)], countries, areAllKnown: countries.Count == codes.Count);
        var map = new MapProjection(frame);
        var background = Background(map, codes, countries);
        var open = Towns(map, located.Where(place => place.Place.IsOpen).Select(place => place.Point));
        var others = Towns(map, located.Where(place => !place.Place.IsOpen).Select(place => place.Point)).Except(open).ToList();
        var counts = new MapCounts(located.Count, located.Count(place => place.Place.IsOpen), places.Count - located.Count, open.Count + others.Count, CountCountries(located.Select(place => place.Place)));
        return new(map.Width, map.Height, background.Land, background.Countries, PathData.Dots(open), PathData.Dots(others), counts);
    }

    private GeoPoint? PointOfTown(MappedPlace place) =>
        place is { City: { } city, Country: { } country } ? gazetteer.Town(city, place.State, country)?.Point : null;

    private string? CodeOf(MappedPlace place) => place.Country is { } country ? gazetteer.CountryCode(country) : null;

    /// <summary>Whole countries where they are near each other, else the part of the world around the points, else the world.</summary>
    private static MapFrame FrameOf(IReadOnlyCollection<GeoPoint> points, List<OutlinedCountry> countries, bool areAllKnown)
    {
        var around = MapFrame.Around(points);
        if (areAllKnown)
        {
            var homes = countries.Select(country => country.Home).Aggregate(around, (frame, home) => frame.And(home)).WithMargin(0.04, 0.3);
            if (countries.Count == 1 && homes.Width < 180 || Size(homes) <= WidestHomes)
                return homes.Shaped(Narrowest, Flattest);
        }
        var part = around.WithMargin(0.08, 4);
        return Size(part) <= WidestPart ? part.Shaped(Narrowest, Flattest) : MapFrame.World.And(around);
    }

    private static double Size(MapFrame frame) => Math.Max(frame.Width * MapProjection.Narrowing(frame), frame.Height * 1.4);

    private MapBackground Background(MapProjection map, List<string?> codes, List<OutlinedCountry> countries)
    {
        var isWorld = map.Frame.Width >= MapFrame.World.Width;
        var key = (map.Frame, isWorld ? "" : string.Join(' ', codes));
        if (backgrounds.TryGetValue(key, out var known))
            return known;
        if (backgrounds.Count >= MostKept)
            backgrounds.Clear();
        return backgrounds[key] = MapBackground.Of(map, outlines.Value.Land, isWorld ? [] : countries.SelectMany(country => country.Outlines));
    }

    /// <summary>Each once, as far as the map can tell them apart.</summary>
    private static List<(int X, int Y)> Towns(MapProjection map, IEnumerable<GeoPoint> points) =>
        [.. points.Select(map.Place).Select(point => ((int)Math.Round(point.X), (int)Math.Round(point.Y))).Distinct()];

    private static int CountCountries(IEnumerable<MappedPlace> places) =>
        places.Select(place => place.Country).OfType<string>().Select(CountryNames.SlugOf).Distinct().Count();
}
