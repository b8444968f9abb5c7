using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Kilometres as the crow flies from one point to many: the sines and cosines of every step are known.</summary>
internal sealed class DistanceFrom
{
    public const double Nowhere = double.PositiveInfinity;

    private const double EarthRadius = 6371.0;

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
        return cosineOfAngle >= 1 ? 0 : Math.Acos(cosineOfAngle) * EarthRadius;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
