namespace TrialSite.Alerts;

public enum DeliverySkip
{
    /// <summary>What changed had changed back before the mail was made.</summary>
    NothingLeft,

    /// <summary>The person stopped the topic before the mail was sent.</summary>
    Stopped,

    /// <summary>The mail server refused the mail for good.</summary>
    Refused,
}

/// <summary>This person must hear of this change: sent, skipped with a reason, or waiting. One row for each, however many topics match.</summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    public int SubscriberId { get; private set; }
    public int ChangeId { get; private set; }

    /// <summary>Why the person gets it.</summary>
    public int SubscriptionId { get; private set; }
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The mail that tells it; null until one is made.</summary>
    public int? OutboxEmailId { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DeliverySkip? SkippedBecause { get; private set; }
}
