namespace TrialSite.Alerts;

/// <summary>Now, and what that means for who gets a mail: quiet minutes let several changes become one mail, but nobody waits for ever.</summary>
internal sealed class GatheringMoment(DateTimeOffset now, AlertOptions alerts)
{
    private const int MostMinutes = 60;

    public DateTimeOffset Now { get; } = now;

    /// <summary>What is due by then goes into the same mail.</summary>
    public DateTimeOffset Until { get; } = now.AddMinutes(alerts.QuietMinutes);

    /// <param name="dueTimes">Of a person's waiting deliveries up to <see cref="Until"/>.</param>
    public bool IsReady(IReadOnlyCollection<DateTimeOffset> dueTimes) =>
        dueTimes.Min() <= Now && (dueTimes.Max() <= Now || dueTimes.Min().AddMinutes(MostMinutes - alerts.QuietMinutes) <= Now);
}
