using System.Globalization;
using System.Text;

namespace TrialSite.Maps;

/// <summary>Closed lines as the data of an SVG path, in whole units and as short as can be.</summary>
internal static class PathData
{
    private const double SmallestArea = 4;

    public static string Of(IEnumerable<IEnumerable<MapPoint>> rings)
    {
        var data = new StringBuilder();
        var start = (X: 0, Y: 0);
        foreach (var ring in rings)
        {
            var points = Whole(ring);
            if (points.Count < 3 || Area(points) < SmallestArea)
                continue;
            data.Append('m');
            var at = start;
            foreach (var point in points)
            {
                Append(data, point.X - at.X);
                Append(data, point.Y - at.Y);
                at = point;
            }
            data.Append('z');
            start = points[0];
        }
        return data.ToString();
    }

    /// <summary>Lines of no length: round or square ends make dots of them.</summary>
    public static string Dots(IEnumerable<(int X, int Y)> points) =>
        string.Concat(points.Select(point => string.Create(CultureInfo.InvariantCulture, $"M{point.X} {point.Y}h0")));

    private static List<(int X, int Y)> Whole(IEnumerable<MapPoint> ring)
    {
        var points = new List<(int X, int Y)>();
        foreach (var point in ring)
        {
            var whole = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            if (points.Count == 0 || points[^1] != whole)
                points.Add(whole);
        }
        if (points.Count > 1 && points[^1] == points[0])
            points.RemoveAt(points.Count - 1);
        return points;
    }

    private static double Area(List<(int X, int Y)> points)
    {
        var twice = 0L;
        for (var i = 0; i < points.Count; i++)
        {
            var next = points[(i + 1) % points.Count];
            twice += (long)points[i].X * next.Y - (long)next.X * points[i].Y;
        }
        return Math.Abs(twice) / 2.0;
    }

    /// <summary>A minus sign separates two numbers as well as a blank does.</summary>
    private static void Append(StringBuilder data, int number)
    {
        if (number >= 0 && char.IsAsciiDigit(data[^1]))
            data.Append(' ');
        data.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
