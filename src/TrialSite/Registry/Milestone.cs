namespace TrialSite.Registry;

/// <summary>When a trial starts or ends.</summary>
/// <param name="Date">As precise as it is given.</param>
/// <param name="IsActual">True when it happened, false when it is expected; null when the record does not say.</param>
public sealed record Milestone(PartialDate Date, bool? IsActual)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Milestone? Parse(string? text)
    {
        if (text is null)
            return null;
        var (day, isActual) = PlannedOrActual.Apart(text);
        return PartialDate.TryParse(day, out var date) ? new(date, isActual) : null;
    }

    /// <summary>As a change is stored: <c>2026-03 ESTIMATED</c>.</summary>
    public override string ToString() => PlannedOrActual.Beside(Date.ToString(), IsActual);
}
