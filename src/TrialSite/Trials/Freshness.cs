using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>How far the status in a record can be trusted: when the research team last confirmed it, and what the registry will make of silence.</summary>
/// <param name="Confirmed">Null when the record does not say.</param>
/// <param name="IsOld">It can have changed, and nobody has looked for more than a year: it is told as past.</param>
/// <param name="UnknownFrom">The day from which the registry calls it unknown unless somebody confirms it; null when that cannot happen.</param>
public sealed record Freshness(PartialDate? Confirmed, bool IsOld, DateOnly? UnknownFrom)
{
    private const int MonthsUntilOld = 12;
    private const int YearsUntilUnknown = 2;

    private static readonly string[] WordsThatAge = ["RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING"];
    private static readonly string[] WordsThatLast = ["COMPLETED", "TERMINATED", "WITHDRAWN", "NO_LONGER_AVAILABLE", "APPROVED_FOR_MARKETING"];

    public static Freshness Of(RegistryRecord record, DateOnly today)
    {
        var isOld = (record.StatusVerified?.Last ?? record.LastUpdatePosted) is { } seenOn && IsPast(record.StatusWord, seenOn, today);
        return new(record.StatusVerified, isOld, WordsThatAge.Contains(record.StatusWord) ? UnknownFromOf(record) : null);
    }

    /// <summary>A trial that has finished stays finished, whoever looks.</summary>
    public static bool IsPast(string? statusWord, DateOnly seenOn, DateOnly today) => !WordsThatLast.Contains(statusWord) && seenOn.AddMonths(MonthsUntilOld) < today;

    /// <summary>The registry waits for 2 years, and for the planned end of the trial.</summary>
    private static DateOnly? UnknownFromOf(RegistryRecord record)
    {
        if (record.StatusVerified is not { } confirmed)
            return null;
        var silence = confirmed.Last.AddYears(YearsUntilUnknown).AddDays(1);
        return record.Completion?.Date.Last is { } end && end >= silence ? end.AddDays(1) : silence;
    }

    /// <summary>"this month", "15 months ago", "more than 3 years ago".</summary>
    public static string Ago(PartialDate date, DateOnly today)
    {
        var months = ((today.Year - date.First.Year) * 12) + today.Month - date.First.Month - (date.HasDay && today.Day < date.First.Day ? 1 : 0);
        return months switch
        {
            <= 0 => "this month",
            1 => "1 month ago",
            < 24 => $"{months} months ago",
            _ when months % 12 == 0 => $"{months / 12} years ago",
            _ => $"more than {months / 12} years ago",
        };
    }
}
