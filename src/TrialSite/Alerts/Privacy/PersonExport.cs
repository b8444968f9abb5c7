namespace TrialSite.Alerts;

/// <summary>All that the site keeps about one address, for the person whose address it is.</summary>
/// <remarks>The state is null for somebody who never confirmed; the hash is the coded form by which the site finds the address.</remarks>
public sealed record PersonExport(
    string Address,
    string AddressHash,
    SubscriberState? State,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? StoppedAt,
    IReadOnlyList<ExportedSignUp> SignUps,
    IReadOnlyList<ExportedSubscription> Subscriptions,
    IReadOnlyList<ExportedConsent> Consents,
    IReadOnlyList<ExportedMail> Mails,
    IReadOnlyList<DateTimeOffset> LinksAskedFor,
    ExportedSuppression? Suppression);

/// <remarks>The address block's hash is the coded form of the internet address that the form was sent from.</remarks>
public sealed record ExportedSignUp(
    DateTimeOffset ReceivedAt,
    SignUpState State,
    IReadOnlyList<string> Topics,
    AlertFrequency Frequency,
    string ConsentVersion,
    string Source,
    string AddressBlockHash);

public sealed record ExportedSubscription(string Topic, AlertFrequency Frequency, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, SubscriptionEnd? EndedBecause);

public sealed record ExportedConsent(ConsentAct Act, string Version, DateTimeOffset At);

public sealed record ExportedMail(OutboxEmailKind Kind, OutboxEmailState State, DateTimeOffset MadeAt, DateTimeOffset? FinishedAt, IReadOnlyList<string> Topics, IReadOnlyList<string> Trials);

public sealed record ExportedSuppression(SuppressionReason Reason, DateTimeOffset? Until);
