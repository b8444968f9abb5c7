using TrialSite.Registry;

namespace TrialSite.Maps;

/// <summary>The part of the world that a map shows, in degrees; one that crosses the date line goes on beyond 180 to the east.</summary>
internal readonly record struct MapFrame(double West, double South, double East, double North)
{
    /// <summary>Without the Antarctic; cut where only ice and sea are, so that no land is torn apart.</summary>
    public static MapFrame World { get; } = new(-170, -56, 190, 80);

    public double Width => East - West;
    public double Height => North - South;
    public double Middle => (South + North) / 2;

    /// <summary>The smallest frame around points: it leaves out the widest gap between their meridians.</summary>
    public static MapFrame Around(IReadOnlyCollection<GeoPoint> points)
    {
        var longitudes = points.Select(point => point.Longitude).Distinct().Order().ToList();
        var (west, widest) = (longitudes[0], longitudes[0] + 360 - longitudes[^1]);
        for (var i = 1; i < longitudes.Count; i++)
        {
            if (longitudes[i] - longitudes[i - 1] is var gap && gap > widest)
                (west, widest) = (longitudes[i], gap);
        }
        return new(west, points.Min(point => point.Latitude), west + 360 - widest, points.Max(point => point.Latitude));
    }

    /// <summary>The frame of both; the other one is turned to where it lies nearer.</summary>
    public MapFrame And(MapFrame other)
    {
        var turn = Math.Round(((West + East) / 2 - (other.West + other.East) / 2) / 360) * 360;
        return new(Math.Min(West, other.West + turn), Math.Min(South, other.South), Math.Max(East, other.East + turn), Math.Max(North, other.North));
    }

    public MapFrame WithMargin(double share, double least)
    {
        var (wide, high) = (Math.Max(Width * share, least), Math.Max(Height * share, least));
        return new(West - wide, South - high, East + wide, North + high);
    }

    /// <summary>No narrower and no flatter than a map can be on a page, and in tenths of a degree.</summary>
    public MapFrame Shaped(double narrowest, double flattest)
    {
        var shape = Width * MapProjection.Narrowing(this) / Height;
        var wider = shape < narrowest ? (Width * narrowest / shape - Width) / 2 : 0;
        var higher = shape > flattest ? (Height * shape / flattest - Height) / 2 : 0;
        return new(Below(West - wider), Math.Max(-90, Below(South - higher)), -Below(-East - wider), Math.Min(90, -Below(-North - higher)));
    }

    private static double Below(double degrees) => Math.Floor(degrees * 10) / 10;
}
