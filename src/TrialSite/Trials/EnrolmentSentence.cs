using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>How many people are planned, or joined.</summary>
internal static class EnrolmentSentence
{
    public static string Of(FieldDifference difference) => (Enrolment.Parse(difference.Before), Enrolment.Parse(difference.After)) switch
    {
        (_, null) => "The record no longer says how many people take part.",
        ({ IsActual: not true } planned, { IsActual: true } joined) => $"{People(joined.Count)} joined this trial; the record said {Number(planned.Count)} before.",
        ({ IsActual: true } before, { IsActual: true } now) => $"The number of people who joined changed from {Number(before.Count)} to {Number(now.Count)}.",
        (null, { IsActual: true } joined) => $"{People(joined.Count)} joined this trial.",
        (null, { IsActual: false } planned) => $"The record now says how many people are planned: {Number(planned.Count)}.",
        (null, var now) => $"The record now says how many people take part: {Number(now.Count)}.",
        ({ IsActual: true } before, { IsActual: false } now) => $"The record now calls the number of people planned: {Number(now.Count)}; {Number(before.Count)} before.",
        (var before, { IsActual: false } now) when before.Count == now.Count => $"The record now says that {Number(now.Count)} is the planned number of people.",
        (var before, { IsActual: false } now) => $"The planned number of people changed from {Number(before.Count)} to {Number(now.Count)}.",
        (var before, var now) when before.Count == now.Count => "The record no longer says whether the number of people is planned or counted.",
        (var before, var now) => $"The number of people changed from {Number(before.Count)} to {Number(now.Count)}.",
    };

    private static string People(int count) => count switch
    {
        0 => "Nobody",
        1 => "1 person",
        _ => $"{Number(count)} people",
    };

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
