namespace TrialSite.Maps;

/// <summary>A closed line whose points know how far the line would move without them (Douglas and Peucker).</summary>
internal sealed class SimplifiedRing
{
    private readonly List<MapPoint> ring;
    private readonly double[] weights;

    /// <param name="ring">A closed line.</param>
    /// <param name="finest">The least tolerance that is asked for: what lies nearer is not looked at.</param>
    public SimplifiedRing(List<MapPoint> ring, double finest)
    {
        this.ring = Thinned(ring, finest / 2);
        weights = new double[this.ring.Count];
        Area = AreaOf(this.ring);
        if (this.ring.Count < 4)
        {
            Array.Fill(weights, double.MaxValue);
            return;
        }
        var opposite = Farthest(0, this.ring.Count).Index;
        weights[0] = weights[opposite] = double.MaxValue;
        Weigh(0, opposite, finest);
        Weigh(opposite, this.ring.Count, finest);
    }

    public double Area { get; }

    /// <summary>How many points are left; none of what is no area any more.</summary>
    public int CountAt(double tolerance) => weights.Count(weight => weight > tolerance) is var count and > 2 ? count : 0;

    /// <param name="tolerance">How far the line may move.</param>
    public IEnumerable<MapPoint> At(double tolerance) => ring.Where((_, i) => weights[i] > tolerance);

    /// <summary>Without calls of itself: a coast can have thousands of points.</summary>
    private void Weigh(int first, int last, double finest)
    {
        var ahead = new Stack<(int Start, int End, double Least)>([(first, last, double.MaxValue)]);
        while (ahead.TryPop(out var part))
        {
            var (index, distance) = Farthest(part.Start, part.End);
            if (distance <= finest)
                continue;
            // A point goes no later than the one by which it was found.
            weights[index] = Math.Min(part.Least, distance);
            ahead.Push((part.Start, index, weights[index]));
            ahead.Push((index, part.End, weights[index]));
        }
    }

    /// <summary>The point between two others that lies farthest from the line between them; behind the last one comes the first.</summary>
    private (int Index, double Distance) Farthest(int start, int end)
    {
        var (index, farthest) = (start, 0.0);
        for (var i = start + 1; i < end; i++)
        {
            if (ring[i].SquareFrom(ring[start], ring[end % ring.Count]) is var distance && distance > farthest)
                (index, farthest) = (i, distance);
        }
        return (index, Math.Sqrt(farthest));
    }

    private static double AreaOf(List<MapPoint> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var next = ring[(i + 1) % ring.Count];
            twice += ring[i].X * next.Y - next.X * ring[i].Y;
        }
        return Math.Abs(twice) / 2;
    }

    /// <summary>Without the points of a coast that lie closer together than anybody sees.</summary>
    private static List<MapPoint> Thinned(List<MapPoint> ring, double least)
    {
        var thinned = new List<MapPoint>();
        foreach (var point in ring)
        {
            if (thinned.Count == 0 || point.SquareFrom(thinned[^1], thinned[^1]) > least * least)
                thinned.Add(point);
        }
        return thinned;
    }
}
