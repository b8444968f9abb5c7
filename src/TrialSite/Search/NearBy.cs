using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>A point, and how far around it is near; never kept and never logged.</summary>
/// <param name="point">Rounded, so that it is nobody's door.</param>
/// <param name="within">Kilometres; null for any distance.</param>
internal sealed class NearBy(GeoPoint point, int? within)
{
    private readonly DistanceFrom distance = new(new(Math.Round(point.Latitude, 1), Math.Round(point.Longitude, 1)));

    public double? Within => within;

    /// <summary>The nearest place that is open, and its number in the list; <see cref="DistanceFrom.Nowhere"/> when none is.</summary>
    public (double Kilometres, int Index) NearestOpen(ReadOnlySpan<PlacePoint> places) => Nearest(places, mustBeOpen: true);

    /// <summary>Whether it has a place near, open or not.</summary>
    public bool HasPlaceNear(ReadOnlySpan<PlacePoint> places) => Nearest(places, mustBeOpen: false).Kilometres <= (within ?? double.MaxValue);

    private (double Kilometres, int Index) Nearest(ReadOnlySpan<PlacePoint> places, bool mustBeOpen)
    {
        var (nearest, index) = (DistanceFrom.Nowhere, -1);
        for (var i = 0; i < places.Length; i++)
        {
            if (mustBeOpen && !places[i].IsOpen)
                continue;
            if (distance.Kilometres(places[i]) is var there && there < nearest)
                (nearest, index) = (there, i);
        }
        return (nearest, index);
    }
}
