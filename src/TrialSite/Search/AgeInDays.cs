using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Limits of age as days, so that months and years can be compared; "up to 17 years" holds until the 18th birthday.</summary>
internal static class AgeInDays
{
    /// <summary>What cannot be read excludes nobody.</summary>
    public static ushort Youngest(Age? minimum) => minimum is { Number: { } number, Unit: { } unit } ? Clipped(Math.Ceiling(number * DaysIn(unit))) : (ushort)0;

    public static ushort Oldest(Age? maximum) =>
        maximum is { Number: { } number, Unit: { } unit } ? Clipped(Math.Ceiling((number + 1) * DaysIn(unit)) - 1) : ushort.MaxValue;

    /// <summary>The first and the last day on which a person is so many years old.</summary>
    public static (int First, int Last) OfPerson(int years) => ((int)Math.Ceiling(years * DaysIn(AgeUnit.Year)), (int)Math.Ceiling((years + 1) * DaysIn(AgeUnit.Year)) - 1);

    private static double DaysIn(AgeUnit unit) => unit switch
    {
        AgeUnit.Minute => 1 / 1440.0,
        AgeUnit.Hour => 1 / 24.0,
        AgeUnit.Day => 1,
        AgeUnit.Week => 7,
        AgeUnit.Month => 365.25 / 12,
        _ => 365.25,
    };

    private static ushort Clipped(double days) => (ushort)Math.Clamp(days, 0, ushort.MaxValue - 1);
}
