using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>A mail, by the claim under which it was sent, and how that went.</summary>
public sealed record HandedOver(OutboxEmail Mail, HandOver HandOver, DateTimeOffset At);

/// <summary>Writes what became of a mail, together with what it told.</summary>
public sealed class OutboxOutcomes(MailOptions mail, AlertOptions alerts, Random random)
{
    /// <summary>How long nothing is sent after a mail server said that it wants no mail from us.</summary>
    public static readonly TimeSpan AfterPolicyRefusal = TimeSpan.FromHours(1);

    /// <summary>The refused mail comes after the others: were it about that mail alone, they would never be tried.</summary>
    private static readonly TimeSpan BehindOthers = TimeSpan.FromSeconds(1);

    /// <summary>How long others are tried first after a mail found no mail server.</summary>
    private static readonly TimeSpan AfterHostBusy = TimeSpan.FromMinutes(1);

    public Task<int> Record(TrialDbContext db, HandedOver handedOver, CancellationToken cancellationToken)
    {
        var (row, handOver, now) = handedOver;
        return handOver.Outcome switch
        {
            HandOverOutcome.Accepted => Sent(db, row, handOver.Reply, now, cancellationToken),
            HandOverOutcome.NotNow => RetryTimes.OfMail(row.Attempts + 1, random) is { } later
                ? NotSent(db, row, row.Attempts + 1, now + later, handOver.Reply, cancellationToken)
                : Fail(db, row.Id, row.Fence, handOver.Reply, now, cancellationToken),
            HandOverOutcome.HostBusy => NotSent(db, row, row.Attempts, now + AfterHostBusy, handOver.Reply, cancellationToken),
            HandOverOutcome.PolicyRefused => NotSent(db, row, row.Attempts, now + AfterPolicyRefusal + BehindOthers, handOver.Reply, cancellationToken),
            HandOverOutcome.AddressUnknown => NoSuchAddress(db, row, handOver.Reply, now, cancellationToken),
            HandOverOutcome.Uncertain when row.UncertainCount == 0 => PerhapsSent(db, row, handOver.Reply, now, cancellationToken),
            HandOverOutcome.Uncertain => Fail(db, row.Id, row.Fence, $"Nobody knows whether it arrived: {handOver.Reply}", now, cancellationToken),
            _ => Fail(db, row.Id, row.Fence, handOver.Reply, now, cancellationToken),
        };
    }

    /// <summary>Refused for good: the deliveries that it told are done too.</summary>
    public static async Task<int> Fail(TrialDbContext db, int id, int fence, string reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failed = await Claimed(db, id, fence).ExecuteUpdateAsync(
            mail => mail.SetProperty(mail => mail.State, OutboxEmailState.Failed).SetProperty(mail => mail.FinishedAt, now).SetProperty(mail => mail.LastReply, reply),
            cancellationToken);
        return failed == 0 ? 0 : failed + await SkipDeliveries(db, id, DeliverySkip.Refused, cancellationToken);
    }

    public static async Task<int> Skip(TrialDbContext db, IQueryable<OutboxEmail> mails, int id, DeliverySkip because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var skipped = await mails.ExecuteUpdateAsync(
            mail => mail.SetProperty(mail => mail.State, OutboxEmailState.Skipped).SetProperty(mail => mail.FinishedAt, now), cancellationToken);
        return skipped == 0 ? 0 : skipped + await SkipDeliveries(db, id, because, cancellationToken);
    }

    /// <summary>Also when the lease ended meanwhile, unless another dispatcher has it by now.</summary>
    private static async Task<int> Sent(TrialDbContext db, OutboxEmail row, string reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = await db.OutboxEmails
            .Where(mail => mail.Id == row.Id && mail.Fence == row.Fence && (mail.State == OutboxEmailState.Claimed || mail.State == OutboxEmailState.Waiting))
            .ExecuteUpdateAsync(
                mail => mail.SetProperty(mail => mail.State, OutboxEmailState.Sent).SetProperty(mail => mail.FinishedAt, now).SetProperty(mail => mail.LastReply, reply),
                cancellationToken);
        if (sent == 1 && row.Kind == OutboxEmailKind.Alert)
            await Open(db, row.Id).ExecuteUpdateAsync(delivery => delivery.SetProperty(delivery => delivery.SentAt, now), cancellationToken);
        return sent;
    }

    private static Task<int> NotSent(TrialDbContext db, OutboxEmail row, int attempts, DateTimeOffset notBefore, string reply, CancellationToken cancellationToken) =>
        Claimed(db, row.Id, row.Fence).ExecuteUpdateAsync(
            mail => mail
                .SetProperty(mail => mail.State, OutboxEmailState.Waiting)
                .SetProperty(mail => mail.NotBefore, notBefore)
                .SetProperty(mail => mail.Attempts, attempts)
                .SetProperty(mail => mail.SendStartedAt, (DateTimeOffset?)null)
                .SetProperty(mail => mail.LastReply, reply),
            cancellationToken);

    private Task<int> PerhapsSent(TrialDbContext db, OutboxEmail row, string reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notBefore = now.AddMinutes(mail.UncertainMinutes);
        return Claimed(db, row.Id, row.Fence).ExecuteUpdateAsync(
            mail => mail
                .SetProperty(mail => mail.State, OutboxEmailState.Waiting)
                .SetProperty(mail => mail.NotBefore, notBefore)
                .SetProperty(mail => mail.UncertainCount, mail => mail.UncertainCount + 1)
                .SetProperty(mail => mail.LastReply, reply),
            cancellationToken);
    }

    /// <summary>Nothing is sent to the address for a while, whoever asks, and the person's topics end.</summary>
    private async Task<int> NoSuchAddress(TrialDbContext db, OutboxEmail row, string reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failed = await Fail(db, row.Id, row.Fence, reply, now, cancellationToken);
        if (failed == 0)
            return 0;
        var person = await db.Subscribers.FindAsync([row.SubscriberId ?? 0], cancellationToken);
        var signUp = await db.SignUps.FindAsync([row.SignUpId ?? 0], cancellationToken);
        if ((person?.AddressHash ?? signUp?.AddressHash) is { } hash)
            await Suppress(db, hash, now.AddMonths(alerts.SuppressMonths), cancellationToken);
        person?.Stop(now);
        signUp?.Expire();
        foreach (var subscription in await db.Subscriptions.AsTracking().Where(topic => topic.SubscriberId == row.SubscriberId && topic.EndedAt == null).ToListAsync(cancellationToken))
            subscription.End(SubscriptionEnd.Bounced, now);
        return failed + await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task Suppress(TrialDbContext db, string hash, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (await db.Suppressions.FindAsync([hash], cancellationToken) is not { } known)
            db.Add(Suppression.Of(hash, SuppressionReason.HardBounce, until));
        else if (known.Until < until) // A complaint has no end and stays.
            known.Extend(SuppressionReason.HardBounce, until);
    }

    private static Task<int> SkipDeliveries(TrialDbContext db, int id, DeliverySkip because, CancellationToken cancellationToken) =>
        Open(db, id).ExecuteUpdateAsync(delivery => delivery.SetProperty(delivery => delivery.SkippedBecause, because), cancellationToken);

    private static IQueryable<OutboxEmail> Claimed(TrialDbContext db, int id, int fence) =>
        db.OutboxEmails.Where(mail => mail.Id == id && mail.Fence == fence && mail.State == OutboxEmailState.Claimed);

    private static IQueryable<Delivery> Open(TrialDbContext db, int id) =>
        db.Deliveries.Where(delivery => delivery.OutboxEmailId == id && delivery.SentAt == null && delivery.SkippedBecause == null);
}
