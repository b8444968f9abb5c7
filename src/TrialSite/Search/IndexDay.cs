namespace TrialSite.Search;

/// <summary>A day in 16 bits: 1990 to 2169.</summary>
internal static class IndexDay
{
    private static readonly int First = new DateOnly(1990, 1, 1).DayNumber;

    public static ushort Of(DateOnly day) => (ushort)Math.Clamp(day.DayNumber - First, 0, ushort.MaxValue);

    public static DateOnly ToDate(ushort day) => DateOnly.FromDayNumber(First + day);
}
