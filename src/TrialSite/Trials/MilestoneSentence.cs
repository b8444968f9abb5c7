using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>When a trial starts or ends: moved, made more precise, or come about.</summary>
internal static class MilestoneSentence
{
    public static string OfStart(FieldDifference difference) => Of(difference, "planned start", "start date", "This trial started");

    public static string OfMainCompletion(FieldDifference difference) =>
        Of(difference, "planned last check for the main goal", "date of the last check for the main goal", "The last check for the main goal was");

    public static string OfCompletion(FieldDifference difference) => Of(difference, "planned end", "end date", "This trial ended");

    public static string InWords(PartialDate date) => date.First.ToString(date.HasDay ? "MMM d, yyyy" : "MMM yyyy", CultureInfo.InvariantCulture);

    private static string Of(FieldDifference difference, string planned, string any, string happened)
    {
        if (Milestone.Parse(difference.After) is not { } now)
            return $"The record no longer gives the {any}.";
        var date = InWords(now.Date);
        var what = now.IsActual == false ? planned : any;
        if (Milestone.Parse(difference.Before) is not { } before)
            return now.IsActual == true ? $"{happened} {On(now.Date)}." : $"The {what} is now given: {date}.";
        var shift = DateShift.Between(before.Date, now.Date);
        return (before.IsActual, now.IsActual) switch
        {
            (not true, true) => $"{happened} {On(now.Date)}{(shift is null ? "" : $", {shift} than planned")}.",
            (true, true) => $"The {any} was corrected to {date}.",
            (true, false) => $"The {any} is now a plan again: {date}.",
            _ => shift is null ? $"The {what} is now given as {date}." : $"The {what} is now {shift}: {date}.",
        };
    }

    private static string On(PartialDate date) => $"{(date.HasDay ? "on" : "in")} {InWords(date)}";
}
