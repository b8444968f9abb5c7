using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Erases what is kept long enough, at most once an hour; a chunk at a time, so that nobody waits for it.</summary>
public sealed class Retention(TrialWriter writer, IStoreUpkeep store, AlertOptions alerts, MailOptions mail, TimeProvider time)
{
    private const int ChunkSize = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private DateTimeOffset erasedAt = DateTimeOffset.MinValue;

    public async Task EraseOld(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - erasedAt < Pause)
            return;
        var erased = 0;
        foreach (var erase in Steps(now, cancellationToken))
            erased += await UntilNothingIsLeft(erase, cancellationToken);
        if (erased > 0)
            await store.ForgetDeleted(cancellationToken);
        PickupFiles.DeleteOlder(mail.PickupFolder, now.AddDays(-alerts.KeepSentDays));
        erasedAt = now;
    }

    private IEnumerable<Func<TrialDbContext, Task<int>>> Steps(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = now.AddDays(-alerts.KeepEndedDays);
        return
        [
            db => OldRows.Expire(db, now.AddDays(-alerts.ConfirmDays)).Take(ChunkSize).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, SignUpState.Expired), cancellationToken),
            db => OldRows.SignUps(db, now.AddDays(-alerts.KeepUnconfirmedDays), now.AddDays(-alerts.KeepSentDays)).Take(ChunkSize).ExecuteDeleteAsync(cancellationToken),
            db => OldRows.Links(db, now.AddDays(-1)).Take(ChunkSize).ExecuteDeleteAsync(cancellationToken),
            db => EraseMails(db, OldRows.Mails(db, now.AddDays(-alerts.KeepSentDays), now.AddDays(-alerts.KeepFailedDays)), cancellationToken),
            db => OldRows.SkippedDeliveries(db, now.AddDays(-alerts.KeepFailedDays)).Take(ChunkSize).ExecuteDeleteAsync(cancellationToken),
            db => ErasePeople(db, OldRows.StoppedPeople(db, ended), now, cancellationToken),
            db => EraseSubscriptions(db, OldRows.EndedSubscriptions(db, ended), cancellationToken),
            db => OldRows.Consents(db, now.AddYears(-alerts.KeepConsentYears)).Take(ChunkSize).ExecuteDeleteAsync(cancellationToken),
            db => OldRows.Suppressions(db, now).Take(ChunkSize).ExecuteDeleteAsync(cancellationToken),
        ];
    }

    private async Task<int> UntilNothingIsLeft(Func<TrialDbContext, Task<int>> erase, CancellationToken cancellationToken)
    {
        var erased = 0;
        while (await writer.Write(WriteLane.Import, erase, cancellationToken) is > 0 and var chunk)
            erased += chunk;
        return erased;
    }

    /// <summary>With the deliveries that they told.</summary>
    private static async Task<int> EraseMails(TrialDbContext db, IQueryable<OutboxEmail> old, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = await old.Take(ChunkSize).Select(row => (int?)row.Id).ToListAsync(cancellationToken);
        await db.Deliveries.Where(row => ids.Contains(row.OutboxEmailId)).ExecuteDeleteAsync(cancellationToken);
        var erased = await db.OutboxEmails.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erased;
    }

    private static async Task<int> ErasePeople(TrialDbContext db, IQueryable<Subscriber> old, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var people = await old.Take(ChunkSize).Select(row => new { row.Id, row.AddressHash }).ToListAsync(cancellationToken);
        var ids = people.Select(person => person.Id).ToList();
        foreach (var person in people)
            await PersonRows.Withdraw(db, person.AddressHash, now, cancellationToken);
        await db.Deliveries.Where(row => ids.Contains(row.SubscriberId)).ExecuteDeleteAsync(cancellationToken);
        await db.OutboxEmails.Where(row => row.SubscriberId != null && ids.Contains(row.SubscriberId.Value)).ExecuteDeleteAsync(cancellationToken);
        await db.Subscriptions.Where(row => ids.Contains(row.SubscriberId)).ExecuteDeleteAsync(cancellationToken);
        var erased = await db.Subscribers.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erased;
    }

    private static async Task<int> EraseSubscriptions(TrialDbContext db, IQueryable<Subscription> old, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await old.Take(ChunkSize).Select(row => new { row.Id, row.SubscriberId }).ToListAsync(cancellationToken);
        var (ids, people) = (ended.Select(row => row.Id).ToList(), ended.Select(row => row.SubscriberId).Distinct().ToList());
        await db.Deliveries.Where(row => people.Contains(row.SubscriberId) && ids.Contains(row.SubscriptionId)).ExecuteDeleteAsync(cancellationToken);
        var erased = await db.Subscriptions.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erased;
    }
}
