using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Some people's mails and the deliveries that they tell, in one transaction that first looks again at what still waits.</summary>
internal sealed class GatheredChunk(TrialDbContext db, ToldChanges told, GatheringMoment moment, string messageIdDomain)
{
    /// <summary>How many mails were made.</summary>
    public async Task<int> Write(IReadOnlyCollection<int> people, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ready = (await WaitingDelivery.Of(people, moment, db, cancellationToken))
            .GroupBy(delivery => delivery.SubscriberId)
            .Where(person => moment.IsReady([.. person.Select(delivery => delivery.DueAt)]))
            .ToList();
        await told.Load(ready.SelectMany(person => person.Select(delivery => delivery.ChangeId)), db, cancellationToken);
        var stopped = ready.SelectMany(person => person.Where(delivery => !delivery.IsWanted)).ToList();
        var wantedStill = await GiveToOtherConditions(stopped, cancellationToken);
        stopped.RemoveAll(wantedStill.Contains);
        var mails = new List<OutboxEmail>();
        var nothingLeft = new List<WaitingDelivery>();
        foreach (var person in ready)
        {
            var wanted = person.Where(delivery => delivery.IsWanted || wantedStill.Contains(delivery)).ToDictionary(delivery => delivery.ChangeId);
            foreach (var changeId in told.WithNothingLeft(wanted.Keys).ToList())
                if (wanted.Remove(changeId, out var delivery))
                    nothingLeft.Add(delivery);
            if (wanted.Count > 0)
                mails.Add(OutboxEmail.Alert(person.Key, wanted.Keys.Min(), messageIdDomain, moment.Now));
        }
        await Skip(stopped, DeliverySkip.Stopped, cancellationToken);
        await Skip(nothingLeft, DeliverySkip.NothingLeft, cancellationToken);
        await PutIntoOutbox(mails, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return mails.Count;
    }

    /// <summary>A new trial is told because of one of its conditions. Who stopped that one and follows another of them is to hear of it all the same.</summary>
    private async Task<HashSet<WaitingDelivery>> GiveToOtherConditions(List<WaitingDelivery> stopped, CancellationToken cancellationToken)
    {
        var given = new HashSet<WaitingDelivery>();
        if (stopped.Count == 0)
            return given;
        var people = stopped.Select(delivery => delivery.SubscriberId).Distinct().ToList();
        var active = await db.Subscriptions
            .Where(row => people.Contains(row.SubscriberId) && row.EndedAt == null && db.Subscribers.Any(person => person.Id == row.SubscriberId && person.State == SubscriberState.Active))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var delivery in stopped)
        {
            var (topics, seenAt) = told.ConditionsOf(delivery.ChangeId);
            if (active.Find(row => row.SubscriberId == delivery.SubscriberId && row.StartedAt <= seenAt && topics.Contains(row.Topic)) is not { } other)
                continue;
            // Who stopped the trial itself wants to hear no more of it.
            var ofTrial = told.TopicOf(delivery.ChangeId);
            var moved = await db.Deliveries
                .Where(row => row.SubscriberId == delivery.SubscriberId && row.ChangeId == delivery.ChangeId
                    && db.Subscriptions.Any(ended => ended.Id == row.SubscriptionId && ended.Topic != ofTrial))
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.SubscriptionId, other.Id), cancellationToken);
            if (moved == 1)
                given.Add(delivery);
        }
        return given;
    }

    private async Task Skip(IEnumerable<WaitingDelivery> deliveries, DeliverySkip because, CancellationToken cancellationToken)
    {
        foreach (var change in deliveries.GroupBy(delivery => delivery.ChangeId, delivery => delivery.SubscriberId))
        {
            var people = change.ToList();
            await db.Deliveries.Where(delivery => delivery.ChangeId == change.Key && people.Contains(delivery.SubscriberId))
                .ExecuteUpdateAsync(update => update.SetProperty(delivery => delivery.SkippedBecause, because), cancellationToken);
        }
    }

    /// <summary>What was not skipped is told: each person's deliveries get the person's new mail.</summary>
    private async Task PutIntoOutbox(List<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
            return;
        db.AddRange(mails);
        await db.SaveChangesAsync(cancellationToken);
        var first = mails.Min(mail => mail.Id);
        var people = mails.Select(mail => mail.SubscriberId!.Value).ToList();
        await WaitingDelivery.Until(moment, db).Where(delivery => people.Contains(delivery.SubscriberId)).ExecuteUpdateAsync(
            update => update.SetProperty(
                delivery => delivery.OutboxEmailId,
                delivery => db.OutboxEmails.Where(mail => mail.SubscriberId == delivery.SubscriberId && mail.Id >= first && mail.Kind == OutboxEmailKind.Alert).Max(mail => (int?)mail.Id)),
            cancellationToken);
    }
}
