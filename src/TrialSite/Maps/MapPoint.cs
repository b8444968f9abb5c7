namespace TrialSite.Maps;

/// <summary>A point on a map, in its units from the upper left corner.</summary>
internal readonly record struct MapPoint(double X, double Y)
{
    /// <summary>How far it lies from the line between two others.</summary>
    public double From(MapPoint start, MapPoint end)
    {
        var (along, down) = (end.X - start.X, end.Y - start.Y);
        var length = along * along + down * down;
        var share = length == 0 ? 0 : Math.Clamp(((X - start.X) * along + (Y - start.Y) * down) / length, 0, 1);
        return Math.Sqrt(Math.Pow(X - start.X - share * along, 2) + Math.Pow(Y - start.Y - share * down, 2));
    }
}
