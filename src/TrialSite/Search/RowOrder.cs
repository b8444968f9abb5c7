namespace TrialSite.Search;

/// <summary>Row ids in an order that means something: open trials first, the recently updated before the others.</summary>
/// <remarks>
/// The first matches of a common word are then the good ones, and a walk may stop early. 1 bit for not open, 10 for the month (the latest has the
/// least number), 20 that count down within it: the ids of a month lie close together, which keeps the full-text table small.
/// </remarks>
public static class RowOrder
{
    public const int MonthsKept = 1 << 10;
    public const int RowsOfMonth = 1 << 20;
    public const long Most = (2L * MonthsKept + 1) * RowsOfMonth;

    /// <summary>Rows of trials that are gone have no words and come last.</summary>
    private const int GoneBlock = 2 * MonthsKept;

    /// <summary>From here on, nothing is listed any more.</summary>
    public const long FirstGone = (long)GoneBlock * RowsOfMonth;

    /// <summary>January 1990 lies at the end; a month before it counts as that one.</summary>
    private const int LastYear = 1990 + MonthsKept / 12 - 1;

    /// <summary>The first row id of the block, and the first behind it.</summary>
    public static (long From, long Until) BlockOf(bool isOpen, bool isGone, DateOnly lastUpdated)
    {
        var monthsBack = (LastYear - lastUpdated.Year) * 12 + 12 - lastUpdated.Month;
        var block = isGone ? GoneBlock : (isOpen ? 0 : MonthsKept) + Math.Clamp(monthsBack, 0, MonthsKept - 1);
        return ((long)block * RowsOfMonth, (block + 1L) * RowsOfMonth);
    }
}
