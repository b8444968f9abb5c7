using System.Diagnostics.Metrics;

namespace TrialSite.Alerts;

/// <summary>How many mails were handed over, and how that went. Its labels say nothing of a person or a trial.</summary>
public static class MailMeter
{
    public const string Name = "TrialSite.Alerts";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> HandOvers = Meter.CreateCounter<long>("trialsite.mails.handed_over");

    public static void Count(OutboxEmailKind kind, HandOverOutcome outcome) =>
        HandOvers.Add(1, new("kind", kind.ToString()), new("outcome", outcome.ToString()));
}
