namespace TrialSite.Alerts;

public enum OutboxEmailKind
{
    Confirmation,
    ManageLink,
    Alert,
}

public enum OutboxEmailState
{
    Waiting,

    /// <summary>A dispatcher works on it, until its lease ends.</summary>
    Claimed,
    Sent,

    /// <summary>Refused for good, or tried too often.</summary>
    Failed,

    /// <summary>Not wanted any more when its turn came.</summary>
    Skipped,
}

/// <summary>A mail waiting to go out. It has no body and no address: both are made when it is sent, from rows that do not change.</summary>
public sealed class OutboxEmail
{
    /// <summary>Before the sign-up's number, in a query too.</summary>
    internal const string ConfirmationPrefix = "confirmation:";

    private OutboxEmail()
    {
    }

    public int Id { get; private set; }
    public OutboxEmailKind Kind { get; private set; }

    /// <summary>Two rows for one reason cannot be.</summary>
    public string DedupeKey { get; private set; } = "";

    public int? SignUpId { get; private set; }
    public int? ManageLinkId { get; private set; }
    public int? SubscriberId { get; private set; }

    /// <summary>Of the mailbox, for the limits on mails that anyone can cause; null for alerts.</summary>
    public string? MailboxHash { get; private set; }

    /// <summary>Frozen, so that a second try is the same mail.</summary>
    public string MessageId { get; private set; } = "";

    /// <summary>Frozen too: the mail's Date.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }
    public OutboxEmailState State { get; private set; }
    public string? LeaseOwner { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Raised by each claim: who held an earlier lease can write nothing any more.</summary>
    public int Fence { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>How often nobody could tell whether the server took the mail.</summary>
    public int UncertainCount { get; private set; }

    /// <summary>From here on the server may have the mail; null again once it surely has not.</summary>
    public DateTimeOffset? SendStartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public string? LastReply { get; private set; }

    public static OutboxEmail Confirmation(SignUp signUp, string mailboxHash, string messageIdDomain, DateTimeOffset now) =>
        Of(OutboxEmailKind.Confirmation, ConfirmationKey(signUp.Id), messageIdDomain, now, mail => (mail.SignUpId, mail.MailboxHash) = (signUp.Id, mailboxHash));

    public static OutboxEmail ToManage(ManageLink link, Subscriber subscriber, string mailboxHash, string messageIdDomain, DateTimeOffset now) =>
        Of(OutboxEmailKind.ManageLink, $"manage:{link.Id}", messageIdDomain, now, mail => (mail.ManageLinkId, mail.SubscriberId, mail.MailboxHash) = (link.Id, subscriber.Id, mailboxHash));

    /// <summary>The dedupe key of the one mail that asks to confirm a sign-up.</summary>
    public static string ConfirmationKey(int signUpId) => $"{ConfirmationPrefix}{signUpId}";

    /// <summary>The lowest change of the deliveries that the mail tells: none of them is in another mail.</summary>
    public static OutboxEmail Alert(int subscriberId, int lowestChangeId, string messageIdDomain, DateTimeOffset now) =>
        Of(OutboxEmailKind.Alert, $"alert:{subscriberId}:{lowestChangeId}", messageIdDomain, now, mail => mail.SubscriberId = subscriberId);

    private static OutboxEmail Of(OutboxEmailKind kind, string dedupeKey, string messageIdDomain, DateTimeOffset now, Action<OutboxEmail> about)
    {
        var mail = new OutboxEmail
        {
            Kind = kind,
            DedupeKey = dedupeKey,
            MessageId = $"{Guid.NewGuid():N}@{messageIdDomain}",
            CreatedAt = now,
            NotBefore = now,
        };
        about(mail);
        return mail;
    }
}
