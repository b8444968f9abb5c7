using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>A delivery in no mail yet, and whether the person still wants it.</summary>
internal sealed record WaitingDelivery(int SubscriberId, int ChangeId, DateTimeOffset DueAt, bool IsWanted)
{
    /// <summary>Those of people who made a pause wait on.</summary>
    public static IQueryable<Delivery> Until(GatheringMoment moment, TrialDbContext db) => db.Deliveries
        .Where(delivery => delivery.OutboxEmailId == null && delivery.SkippedBecause == null && delivery.DueAt <= moment.Until)
        .Where(delivery => !db.Subscribers.Any(person => person.Id == delivery.SubscriberId && person.State == SubscriberState.Paused));

    public static Task<List<WaitingDelivery>> Of(IReadOnlyCollection<int> people, GatheringMoment moment, TrialDbContext db, CancellationToken cancellationToken) =>
        Until(moment, db)
            .Where(delivery => people.Contains(delivery.SubscriberId))
            .Select(delivery => new WaitingDelivery(
                delivery.SubscriberId,
                delivery.ChangeId,
                delivery.DueAt,
                db.Subscribers.Any(person => person.Id == delivery.SubscriberId && person.State == SubscriberState.Active)
                    && db.Subscriptions.Any(subscription => subscription.Id == delivery.SubscriptionId && subscription.EndedAt == null)))
            .ToListAsync(cancellationToken);
}
