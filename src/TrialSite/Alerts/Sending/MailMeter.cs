using System.Diagnostics.Metrics;

namespace TrialSite.Alerts;

/// <summary>How many mails were handed over, and how that went. Its labels say nothing of a person or a trial.</summary>
internal static class MailMeter
{
    private static readonly Meter Meter = new(AlertMetrics.MeterName);
    private static readonly Counter<long> HandOvers = Meter.CreateCounter<long>("alerts.mails");

    public static void Count(OutboxEmailKind kind, HandOverOutcome outcome) =>
        HandOvers.Add(1, new("kind", kind.ToString()), new("outcome", outcome.ToString()));
}
