using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>How much later or earlier a date is than another, as people say it: "3 months later".</summary>
internal static class DateShift
{
    private const int MostDays = 45;
    private const int MonthsOfAYear = 12;

    /// <summary>Null when the two can be the same day.</summary>
    public static string? Between(PartialDate before, PartialDate after)
    {
        if (before.First <= after.Last && after.First <= before.Last)
            return null;
        return $"{Length(before, after)} {(after > before ? "later" : "earlier")}";
    }

    private static string Length(PartialDate before, PartialDate after)
    {
        var days = Math.Abs(after.First.DayNumber - before.First.DayNumber);
        if (before.HasDay && after.HasDay && days <= MostDays)
            return Of(days, "day");
        var months = Math.Abs(((after.First.Year - before.First.Year) * MonthsOfAYear) + after.First.Month - before.First.Month);
        if (months % MonthsOfAYear == 0)
            return Of(months / MonthsOfAYear, "year");
        return months < 2 * MonthsOfAYear ? Of(months, "month") : $"more than {Of(months / MonthsOfAYear, "year")}";
    }

    private static string Of(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
