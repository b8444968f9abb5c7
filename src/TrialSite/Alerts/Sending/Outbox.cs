using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>The rows of mails to go out, as several dispatchers share them: each write names the claim's fence, so that who lost a claim changes nothing.</summary>
public sealed class Outbox(TrialWriter writer, OutboxOutcomes outcomes, MailOptions mail, TimeProvider time)
{
    private const int ClaimAtOnce = 100;

    /// <summary>A mail that keeps killing its dispatcher is not tried for ever.</summary>
    private const int MostCrashes = 8;

    private static readonly TimeSpan WhilePaused = TimeSpan.FromHours(1);

    private TimeSpan Lease => TimeSpan.FromSeconds(mail.LeaseSeconds);

    /// <summary>Gives back what dispatchers held that died. A mail that was started may have arrived: it waits longer, and is the same when it is sent again.</summary>
    public Task<int> Recover(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        var now = time.GetUtcNow();
        var again = now.AddMinutes(mail.UncertainMinutes);
        var expired = db.OutboxEmails.Where(row => row.State == OutboxEmailState.Claimed && row.LeaseUntil < now);
        if (!await expired.AnyAsync(cancellationToken))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var crashed in await expired.Where(row => row.SendStartedAt != null && row.Attempts >= MostCrashes).Select(row => new { row.Id, row.Fence }).ToListAsync(cancellationToken))
            await OutboxOutcomes.Fail(db, crashed.Id, crashed.Fence, "Nobody knows whether it arrived: the program ended each time.", now, cancellationToken);
        var recovered = await expired.Where(row => row.SendStartedAt == null).ExecuteUpdateAsync(row => row.SetProperty(mail => mail.State, OutboxEmailState.Waiting), cancellationToken);
        recovered += await expired.Where(row => row.SendStartedAt != null).ExecuteUpdateAsync(
            row => row
                .SetProperty(mail => mail.State, OutboxEmailState.Waiting)
                .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1)
                .SetProperty(mail => mail.NotBefore, again),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return recovered;
    }, cancellationToken);

    /// <summary>Takes what is due for one dispatcher. One statement: no row can be taken twice.</summary>
    public Task<List<OutboxEmail>> Claim(string owner, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        var claimed = await db.OutboxEmails.FromSql($"""
            UPDATE OutboxEmails SET State = 'Claimed', LeaseOwner = {owner}, LeaseUntil = {until}, Fence = Fence + 1, SendStartedAt = NULL
            WHERE Id IN (SELECT Id FROM OutboxEmails WHERE State = 'Waiting' AND NotBefore <= {now} ORDER BY NotBefore, Id LIMIT {ClaimAtOnce})
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        await LeaveOutStopped(db, claimed, cancellationToken);
        return claimed.OrderBy(row => row.NotBefore).ThenBy(row => row.Id).ToList();
    }, cancellationToken);

    /// <summary>A topic that was stopped before the mail is first tried is not in it. From then on the mail stays as it is: a second try must be the same.</summary>
    private static Task<int> LeaveOutStopped(TrialDbContext db, IEnumerable<OutboxEmail> claimed, CancellationToken cancellationToken)
    {
        var fresh = claimed.Where(mail => mail is { Kind: OutboxEmailKind.Alert, Attempts: 0, UncertainCount: 0 }).Select(mail => (int?)mail.Id).ToList();
        return db.Deliveries
            .Where(row => fresh.Contains(row.OutboxEmailId) && row.SkippedBecause == null && !db.Subscriptions.Any(wish => wish.Id == row.SubscriptionId && wish.EndedAt == null))
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.SkippedBecause, DeliverySkip.Stopped), cancellationToken);
    }

    /// <summary>
    /// Records how the mail before went and starts this one, in one commit. False: it is not to be sent, or not ours any more.
    /// From the commit on the mail server may have the mail.
    /// </summary>
    public Task<bool> Start(OutboxEmail row, HandedOver? before, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (before is not null)
            await outcomes.Record(db, before, cancellationToken);
        var now = time.GetUtcNow();
        var started = await Wanted(db, Ours(db, row, now), row.Kind, now).ExecuteUpdateAsync(
            mail => mail.SetProperty(mail => mail.SendStartedAt, now).SetProperty(mail => mail.LeaseUntil, now + Lease), cancellationToken) == 1;
        if (!started)
            await PutAside(db, row, now, cancellationToken);
        await KeepLease(db, row, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return started;
    }, cancellationToken);

    /// <summary>Its turn came, and there is nothing to tell, or nobody to tell it to.</summary>
    public Task<int> Skip(OutboxEmail row, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var skipped = await OutboxOutcomes.Skip(db, Ours(db, row, now), row.Id, DeliverySkip.NothingLeft, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return skipped;
    }, cancellationToken);

    public Task<int> Record(HandedOver handedOver, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var recorded = await outcomes.Record(db, handedOver, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return recorded;
    }, cancellationToken);

    /// <summary>What was claimed and not started is anyone's again at once.</summary>
    public Task<int> Release(string owner, CancellationToken cancellationToken) => writer.Write(
        WriteLane.Import,
        db => db.OutboxEmails
            .Where(row => row.State == OutboxEmailState.Claimed && row.LeaseOwner == owner && row.SendStartedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.State, OutboxEmailState.Waiting), cancellationToken),
        cancellationToken);

    /// <summary>Nothing goes out before that time.</summary>
    public Task<int> Hold(DateTimeOffset until, CancellationToken cancellationToken) => writer.Write(
        WriteLane.Import,
        db => db.OutboxEmails
            .Where(row => row.State == OutboxEmailState.Waiting && row.NotBefore < until)
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NotBefore, until), cancellationToken),
        cancellationToken);

    private static IQueryable<OutboxEmail> Ours(TrialDbContext db, OutboxEmail row, DateTimeOffset now) =>
        db.OutboxEmails.Where(mail => mail.Id == row.Id && mail.State == OutboxEmailState.Claimed && mail.Fence == row.Fence && mail.LeaseOwner == row.LeaseOwner && mail.LeaseUntil > now);

    /// <summary>Whether the person may still get it, asked by the update that starts it: a stop that was answered before is seen.</summary>
    private static IQueryable<OutboxEmail> Wanted(TrialDbContext db, IQueryable<OutboxEmail> mails, OutboxEmailKind kind, DateTimeOffset now)
    {
        var suppressed = db.Suppressions.Where(row => row.Until == null || row.Until > now);
        // "Not me" was said of a stranger's sign-up: it takes nothing from whoever confirmed the address.
        var unreachable = suppressed.Where(row => row.Reason != SuppressionReason.Disowned);
        return kind switch
        {
            OutboxEmailKind.Confirmation => mails.Where(mail => db.SignUps.Any(row => row.Id == mail.SignUpId && row.State == SignUpState.Pending
                && !suppressed.Any(hash => hash.AddressHash == row.AddressHash))),
            OutboxEmailKind.ManageLink => mails.Where(mail => db.Subscribers.Any(row => row.Id == mail.SubscriberId && row.State != SubscriberState.Stopped
                && !unreachable.Any(hash => hash.AddressHash == row.AddressHash))),
            _ => mails.Where(mail => db.Subscribers.Any(row => row.Id == mail.SubscriberId && row.State == SubscriberState.Active
                    && !unreachable.Any(hash => hash.AddressHash == row.AddressHash))
                && db.Deliveries.Any(delivery => delivery.OutboxEmailId == mail.Id && delivery.SkippedBecause == null
                    && db.Subscriptions.Any(row => row.Id == delivery.SubscriptionId && row.EndedAt == null))),
        };
    }

    /// <summary>A pause is no stop: an alert waits until the person goes on.</summary>
    private static async Task PutAside(TrialDbContext db, OutboxEmail row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isPaused = row.Kind == OutboxEmailKind.Alert
            && await db.Subscribers.AnyAsync(person => person.Id == row.SubscriberId && person.State == SubscriberState.Paused, cancellationToken);
        if (isPaused)
        {
            await Ours(db, row, now).ExecuteUpdateAsync(
                mail => mail.SetProperty(mail => mail.State, OutboxEmailState.Waiting).SetProperty(mail => mail.NotBefore, now + WhilePaused), cancellationToken);
            return;
        }
        await OutboxOutcomes.Skip(db, Ours(db, row, now), row.Id, DeliverySkip.Stopped, now, cancellationToken);
    }

    /// <summary>A slow mail server must not make others take over the rest of the batch.</summary>
    private Task<int> KeepLease(TrialDbContext db, OutboxEmail row, DateTimeOffset now, CancellationToken cancellationToken) => row.LeaseUntil - now > Lease / 2
        ? Task.FromResult(0)
        : db.OutboxEmails
            .Where(mail => mail.State == OutboxEmailState.Claimed && mail.LeaseOwner == row.LeaseOwner && mail.LeaseUntil > now && mail.LeaseUntil < now + Lease / 2)
            .ExecuteUpdateAsync(mail => mail.SetProperty(mail => mail.LeaseUntil, now + Lease), cancellationToken);
}
