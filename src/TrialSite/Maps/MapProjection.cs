using TrialSite.Registry;

namespace TrialSite.Maps;

/// <summary>Lays a frame out flat: degrees become units of a picture, with true shapes in the middle of the frame.</summary>
internal sealed class MapProjection
{
    private const int MostUnitsWide = 600;
    private const int MostUnitsHigh = 440;
    private const double HeightOfWorld = 90;
    private const double TrueLatitudeOfWorld = 37;

    private readonly double perDegreeEast;
    private readonly double perDegreeNorth;

    public MapProjection(MapFrame frame)
    {
        Frame = frame;
        var narrowing = Narrowing(frame);
        perDegreeNorth = Math.Min(MostUnitsWide / (frame.Width * narrowing), MostUnitsHigh / frame.Height);
        perDegreeEast = perDegreeNorth * narrowing;
        Width = (int)Math.Round(frame.Width * perDegreeEast);
        Height = (int)Math.Round(frame.Height * perDegreeNorth);
    }

    public MapFrame Frame { get; }
    public int Width { get; }
    public int Height { get; }

    /// <summary>How much shorter a degree to the east is than one to the north.</summary>
    public static double Narrowing(MapFrame frame) =>
        Math.Max(0.1, Math.Cos((frame.Height > HeightOfWorld ? TrueLatitudeOfWorld : frame.Middle) * Math.PI / 180));

    public MapPoint Place(double longitude, double latitude) => new((longitude - Frame.West) * perDegreeEast, (Frame.North - latitude) * perDegreeNorth);

    /// <summary>The point, on the side of the date line on which the frame lies.</summary>
    public MapPoint Place(GeoPoint point)
    {
        var turns = Math.Ceiling((Frame.West - point.Longitude) / 360);
        return Place(point.Longitude + turns * 360, point.Latitude);
    }
}
