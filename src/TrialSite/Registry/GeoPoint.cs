namespace TrialSite.Registry;

/// <summary>Where a place lies, in degrees; the registry gives the city's point, not the hospital's.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    public static GeoPoint? From(double? latitude, double? longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new(latitude.Value, longitude.Value) : null;
}
