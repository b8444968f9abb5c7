namespace TrialSite.Alerts;

public enum SubscriptionEnd
{
    /// <summary>By the link in a mail, for this topic or for all.</summary>
    Stopped,

    /// <summary>On the page where a person manages what to get.</summary>
    Unticked,

    /// <summary>The mail server says that there is no such address.</summary>
    Bounced,
}

/// <summary>The confirmed standing wish to hear of one topic.</summary>
public sealed class Subscription
{
    private Subscription()
    {
    }

    public int Id { get; private set; }
    public int SubscriberId { get; private set; }
    public Topic Topic { get; private set; } = null!;
    public AlertFrequency Frequency { get; private set; }

    /// <summary>Changes seen before that are not told.</summary>
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public SubscriptionEnd? EndedBecause { get; private set; }

    public bool IsActive => EndedAt is null;

    public StopTarget StopTarget => new(SubscriberId, Id);

    public static Subscription Of(int subscriberId, Topic topic, AlertFrequency frequency, DateTimeOffset now) =>
        new() { SubscriberId = subscriberId, Topic = topic, Frequency = frequency, StartedAt = now };

    public void ChangeFrequency(AlertFrequency frequency) => Frequency = frequency;

    public void End(SubscriptionEnd because, DateTimeOffset now)
    {
        if (IsActive)
            (EndedAt, EndedBecause) = (now, because);
    }
}
