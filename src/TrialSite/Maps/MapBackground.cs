namespace TrialSite.Maps;

/// <summary>The land that a map shows and the countries that stand out on it, as data of SVG paths.</summary>
internal sealed record MapBackground(string Land, string Countries)
{
    private const double FinestTolerance = 0.7;
    private const double Coarser = 1.2;
    private const double SmallestIsland = 40;

    /// <summary>The whole page has 15 kB; a coast with many islands is drawn more roughly.</summary>
    private const int MostOfLand = 1900;
    private const int MostOfCountries = 1000;

    public static MapBackground Of(MapProjection map, IEnumerable<Outline> land, IEnumerable<Outline> countries) =>
        new(Drawn(map, land, MostOfLand), Drawn(map, countries, MostOfCountries));

    private static string Drawn(MapProjection map, IEnumerable<Outline> outlines, int most)
    {
        List<SimplifiedRing> rings =
        [
            .. from outline in outlines
               from turn in Turns(map.Frame, outline)
               select new SimplifiedRing(RingClipping.Clip(outline.On(map, turn), map.Width, map.Height), FinestTolerance),
        ];
        for (var tolerance = FinestTolerance; ; tolerance *= Coarser)
        {
            // The rougher the coasts, the larger an island must be: a hundred of them would leave nothing for the land behind.
            var seen = rings.FindAll(ring => ring.Area >= SmallestIsland * (tolerance * tolerance - FinestTolerance * FinestTolerance));
            // A point takes two characters at least.
            if (seen.Sum(ring => ring.CountAt(tolerance)) * 2 <= most && PathData.Of(seen.Select(ring => ring.At(tolerance))) is var data && data.Length <= most)
                return data;
        }
    }

    /// <summary>Where an outline is seen, east and west of the date line.</summary>
    private static IEnumerable<int> Turns(MapFrame frame, Outline outline) => new[] { -360, 0, 360 }.Where(turn => outline.IsNear(frame, turn));
}
