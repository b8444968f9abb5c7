using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>How far two points lie apart, along the surface.</summary>
public readonly record struct GeoDistance(double Kilometres)
{
    internal const double EarthRadius = 6371.0088;
    private const double KilometresInMile = 1.609344;

    public double Miles => Kilometres / KilometresInMile;
    public int RoundedKilometres => (int)Math.Round(Kilometres);
    public int RoundedMiles => (int)Math.Round(Miles);

    /// <summary>The haversine formula: right to half a per cent, also across the date line and between opposite points.</summary>
    public static GeoDistance Between(GeoPoint from, GeoPoint to)
    {
        var (north, east) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        var half = Math.Pow(Math.Sin(north / 2), 2) + Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Math.Pow(Math.Sin(east / 2), 2);
        return new(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, half))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
