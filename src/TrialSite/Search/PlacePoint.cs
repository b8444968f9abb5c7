using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Where a place lies and whether it is open, in 32 bits: steps of 0.0055 degrees, 600 metres at most.</summary>
public readonly record struct PlacePoint(uint Bits)
{
    internal const int LatitudeSteps = 1 << 15;
    internal const int LongitudeSteps = 1 << 16;

    public bool IsOpen => (Bits & 1) == 1;

    internal int Latitude => (int)(Bits >> 17);
    internal int Longitude => (int)(Bits >> 1 & 0xFFFF);

    public GeoPoint Point => new(LatitudeOf(Latitude), LongitudeOf(Longitude));

    public static PlacePoint Of(GeoPoint point, bool isOpen)
    {
        var latitude = (uint)Math.Clamp((int)((point.Latitude + 90) / 180 * LatitudeSteps), 0, LatitudeSteps - 1);
        var longitude = (uint)Math.Clamp((int)((point.Longitude + 180) / 360 * LongitudeSteps), 0, LongitudeSteps - 1);
        return new(latitude << 17 | longitude << 1 | (isOpen ? 1u : 0u));
    }

    internal static double LatitudeOf(int step) => (step + 0.5) / LatitudeSteps * 180 - 90;

    internal static double LongitudeOf(int step) => (step + 0.5) / LongitudeSteps * 360 - 180;
}
