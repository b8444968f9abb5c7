namespace TrialSite.Maps;

/// <summary>A closed line around land, in hundredths of a degree; none crosses the date line.</summary>
internal sealed class Outline(short[] longitudes, short[] latitudes)
{
    private readonly short west = longitudes.Min();
    private readonly short east = longitudes.Max();
    private readonly short south = latitudes.Min();
    private readonly short north = latitudes.Max();

    /// <summary>Whether it can be seen in the frame when the world is turned by so many degrees.</summary>
    public bool IsNear(MapFrame frame, int turn) =>
        east / 100.0 + turn >= frame.West && west / 100.0 + turn <= frame.East && north / 100.0 >= frame.South && south / 100.0 <= frame.North;

    /// <summary>Its points on a map.</summary>
    public List<MapPoint> On(MapProjection map, int turn)
    {
        var points = new List<MapPoint>(longitudes.Length);
        for (var i = 0; i < longitudes.Length; i++)
            points.Add(map.Place(longitudes[i] / 100.0 + turn, latitudes[i] / 100.0));
        return points;
    }

    /// <summary>"1050 5990 3 -2 ...": the first point, then the steps to the others.</summary>
    public static Outline Read(ReadOnlySpan<char> text)
    {
        var numbers = new List<short>();
        foreach (var number in text.Split(' '))
            numbers.Add(short.Parse(text[number], System.Globalization.CultureInfo.InvariantCulture));
        var (longitudes, latitudes) = (new short[numbers.Count / 2], new short[numbers.Count / 2]);
        for (var i = 0; i < longitudes.Length; i++)
        {
            longitudes[i] = (short)(numbers[2 * i] + (i == 0 ? 0 : longitudes[i - 1]));
            latitudes[i] = (short)(numbers[2 * i + 1] + (i == 0 ? 0 : latitudes[i - 1]));
        }
        return new(longitudes, latitudes);
    }
}
