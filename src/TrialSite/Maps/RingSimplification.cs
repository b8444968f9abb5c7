namespace TrialSite.Maps;

/// <summary>Leaves out the points of a closed line that nobody would miss (Douglas and Peucker).</summary>
internal static class RingSimplification
{
    /// <param name="ring">A closed line.</param>
    /// <param name="tolerance">How far the line may move.</param>
    public static List<MapPoint> Simplify(List<MapPoint> ring, double tolerance)
    {
        if (ring.Count < 4)
            return ring;
        var kept = new bool[ring.Count];
        var opposite = Farthest(ring, 0, ring.Count).Index;
        kept[0] = kept[opposite] = true;
        Keep(ring, kept, 0, opposite, tolerance);
        Keep(ring, kept, opposite, ring.Count, tolerance);
        return [.. ring.Where((_, i) => kept[i])];
    }

    /// <summary>Without calls of itself: a coast can have thousands of points.</summary>
    private static void Keep(List<MapPoint> ring, bool[] kept, int start, int end, double tolerance)
    {
        var ahead = new Stack<(int Start, int End)>([(start, end)]);
        while (ahead.TryPop(out var part))
        {
            var (index, distance) = Farthest(ring, part.Start, part.End);
            if (distance <= tolerance)
                continue;
            kept[index] = true;
            ahead.Push((part.Start, index));
            ahead.Push((index, part.End));
        }
    }

    /// <summary>The point between two others that lies farthest from the line between them; behind the last one comes the first.</summary>
    private static (int Index, double Distance) Farthest(List<MapPoint> ring, int start, int end)
    {
        var (index, farthest) = (start, 0.0);
        for (var i = start + 1; i < end; i++)
        {
            if (ring[i].From(ring[start], ring[end % ring.Count]) is var distance && distance > farthest)
                (index, farthest) = (i, distance);
        }
        return (index, farthest);
    }
}
