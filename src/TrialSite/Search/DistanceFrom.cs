using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Finds the nearest of millions of places: <see cref="GeoDistance"/> from one point, with the sines and cosines of every step known.</summary>
internal sealed class DistanceFrom
{
    public const double Nowhere = double.PositiveInfinity;

    private static readonly double[] Sines = [.. Enumerable.Range(0, PlacePoint.LatitudeSteps).Select(step => Math.Sin(Radians(PlacePoint.LatitudeOf(step))))];
    private static readonly double[] Cosines = [.. Enumerable.Range(0, PlacePoint.LatitudeSteps).Select(step => Math.Cos(Radians(PlacePoint.LatitudeOf(step))))];
    private static readonly double[] CosinesOfTurns = [.. Enumerable.Range(0, PlacePoint.LongitudeSteps).Select(step => Math.Cos(step * 2 * Math.PI / PlacePoint.LongitudeSteps))];

    private readonly double sine;
    private readonly double cosine;
    private readonly int longitude;

    public DistanceFrom(GeoPoint from)
    {
        sine = Math.Sin(Radians(from.Latitude));
        cosine = Math.Cos(Radians(from.Latitude));
        longitude = PlacePoint.Of(from, false).Longitude;
    }

    public double Kilometres(PlacePoint place)
    {
        var turn = CosinesOfTurns[Math.Abs(place.Longitude - longitude)];
        var cosineOfAngle = sine * Sines[place.Latitude] + cosine * Cosines[place.Latitude] * turn;
        return cosineOfAngle >= 1 ? 0 : Math.Acos(cosineOfAngle) * GeoDistance.EarthRadius;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
