using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Which rows were kept long enough.</summary>
internal static class OldRows
{
    /// <summary>The days count from the mail that asks: a sign-up from before mails could be sent was asked late.</summary>
    public static IQueryable<SignUp> Expire(TrialDbContext db, DateTimeOffset asked) =>
        db.SignUps.Where(row => row.State == SignUpState.Pending && row.ReceivedAt <= asked
            && !db.OutboxEmails.Any(mail => mail.DedupeKey == OutboxEmail.ConfirmationPrefix + row.Id && mail.CreatedAt > asked));

    /// <summary>A confirmed one lives on in its subscriptions; as long as its mail is kept, its link can say so.</summary>
    public static IQueryable<SignUp> SignUps(TrialDbContext db, DateTimeOffset unconfirmed, DateTimeOffset confirmed) =>
        db.SignUps.Where(row => row.State != SignUpState.Pending && row.ReceivedAt <= (row.State == SignUpState.Confirmed ? confirmed : unconfirmed));

    public static IQueryable<ManageLink> Links(TrialDbContext db, DateTimeOffset asked) => db.ManageLinks.Where(row => row.AskedAt <= asked);

    /// <summary>Those that bring links outlive their sign-up: they count for the limits on mails to one mailbox.</summary>
    public static IQueryable<OutboxEmail> Mails(TrialDbContext db, DateTimeOffset sent, DateTimeOffset failed)
    {
        var last = sent > failed ? sent : failed;
        return db.OutboxEmails.Where(row => row.FinishedAt <= last && row.FinishedAt <= (row.State == OutboxEmailState.Sent ? sent : failed));
    }

    /// <summary>That never came into a mail.</summary>
    public static IQueryable<Delivery> SkippedDeliveries(TrialDbContext db, DateTimeOffset due) =>
        db.Deliveries.Where(row => row.OutboxEmailId == null && row.SkippedBecause != null && row.DueAt <= due);

    public static IQueryable<Subscriber> StoppedPeople(TrialDbContext db, DateTimeOffset stopped) =>
        db.Subscribers.Where(row => row.State == SubscriberState.Stopped && row.StoppedAt <= stopped);

    public static IQueryable<Subscription> EndedSubscriptions(TrialDbContext db, DateTimeOffset ended) => db.Subscriptions.Where(row => row.EndedAt <= ended);

    /// <summary>What was given stays until so long after it was taken back.</summary>
    public static IQueryable<Consent> Consents(TrialDbContext db, DateTimeOffset withdrawn) =>
        db.Consents.Where(row => db.Consents.Any(later => later.AddressHash == row.AddressHash && later.Act == ConsentAct.Withdrawn && later.Id >= row.Id && later.At <= withdrawn));

    public static IQueryable<Suppression> Suppressions(TrialDbContext db, DateTimeOffset now) => db.Suppressions.Where(row => row.Until <= now);
}
