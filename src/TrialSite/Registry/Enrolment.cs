using System.Globalization;

namespace TrialSite.Registry;

/// <summary>How many people take part.</summary>
/// <param name="Count">0 for a trial that was withdrawn.</param>
/// <param name="IsActual">True when they were counted, false when they are planned; null when the record does not say.</param>
public sealed record Enrolment(int Count, bool? IsActual)
{
    /// <summary>The registry's number for "unknown", in use for trials of expanded access.</summary>
    public const int Unknown = 99_999_999;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Enrolment? Parse(string? text)
    {
        if (text is null)
            return null;
        var (number, isActual) = PlannedOrActual.Apart(text);
        return new(int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture), isActual);
    }

    /// <summary>As a change is stored: <c>40 ESTIMATED</c>.</summary>
    public override string ToString() => PlannedOrActual.Beside(Count.ToString(CultureInfo.InvariantCulture), IsActual);
}
