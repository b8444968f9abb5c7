namespace TrialSite.Alerts;

/// <summary>All that the site keeps about one person, for that person.</summary>
public sealed record PersonExport(
    string Address,
    SubscriberState State,
    DateTimeOffset ConfirmedAt,
    IReadOnlyList<ExportedSubscription> Subscriptions,
    IReadOnlyList<ExportedConsent> Consents,
    IReadOnlyList<ExportedMail> Mails);

public sealed record ExportedSubscription(string Topic, AlertFrequency Frequency, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, SubscriptionEnd? EndedBecause);

public sealed record ExportedConsent(ConsentAct Act, string Version, DateTimeOffset At);

public sealed record ExportedMail(OutboxEmailKind Kind, DateTimeOffset? SentAt, IReadOnlyList<string> Trials);
