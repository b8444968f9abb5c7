namespace TrialSite.Maps;

/// <summary>Cuts a closed line off at the edges of a map, one edge after the other (Sutherland and Hodgman).</summary>
internal static class RingClipping
{
    /// <summary>How far beyond the edges the cut is made: a line along it is out of sight.</summary>
    public const double Beyond = 4;

    public static List<MapPoint> Clip(List<MapPoint> ring, int width, int height)
    {
        ring = Keep(ring, point => point.X + Beyond);
        ring = Keep(ring, point => width + Beyond - point.X);
        ring = Keep(ring, point => point.Y + Beyond);
        return Keep(ring, point => height + Beyond - point.Y);
    }

    /// <summary>What lies on one side of an edge.</summary>
    private static List<MapPoint> Keep(List<MapPoint> ring, Func<MapPoint, double> inside)
    {
        if (ring.TrueForAll(point => inside(point) >= 0))
            return ring;
        var kept = new List<MapPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (before, point) = (ring[i == 0 ? ^1 : i - 1], ring[i]);
            var (from, to) = (inside(before), inside(point));
            if (from >= 0 != to >= 0)
                kept.Add(Between(before, point, from / (from - to)));
            if (to >= 0)
                kept.Add(point);
        }
        return kept;
    }

    private static MapPoint Between(MapPoint from, MapPoint to, double share) => new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
}
