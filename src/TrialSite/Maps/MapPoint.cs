namespace TrialSite.Maps;

/// <summary>A point on a map, in its units from the upper left corner.</summary>
internal readonly record struct MapPoint(double X, double Y)
{
    /// <summary>The square of how far it lies from the line between two others.</summary>
    public double SquareFrom(MapPoint start, MapPoint end)
    {
        var (along, down) = (end.X - start.X, end.Y - start.Y);
        var length = along * along + down * down;
        var share = length == 0 ? 0 : Math.Clamp(((X - start.X) * along + (Y - start.Y) * down) / length, 0, 1);
        var (aside, below) = (X - start.X - share * along, Y - start.Y - share * down);
        return aside * aside + below * below;
    }
}
