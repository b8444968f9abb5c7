using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>How subscriptions end, by whatever link or button. Who has none left is stopped, and the consent counts as withdrawn.</summary>
internal static class SubscriptionEnds
{
    public static IQueryable<Subscription> ActiveOf(TrialDbContext db, int subscriberId) =>
        db.Subscriptions.Where(row => row.SubscriberId == subscriberId && row.EndedAt == null).OrderBy(row => row.Id);

    public static async Task EndAll(TrialDbContext db, Subscriber subscriber, SubscriptionEnd because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var active = await ActiveOf(db, subscriber.Id).ToListAsync(cancellationToken);
        foreach (var subscription in active)
            subscription.End(because, now);
        await StopIfNothingIsLeft(db, subscriber, active, now, cancellationToken);
    }

    public static async Task EndOne(TrialDbContext db, Subscriber subscriber, int subscriptionId, SubscriptionEnd because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var active = await ActiveOf(db, subscriber.Id).ToListAsync(cancellationToken);
        active.Find(row => row.Id == subscriptionId)?.End(because, now);
        await StopIfNothingIsLeft(db, subscriber, active, now, cancellationToken);
    }

    private static async Task StopIfNothingIsLeft(TrialDbContext db, Subscriber subscriber, List<Subscription> subscriptions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (subscriber.State == SubscriberState.Stopped || subscriptions.Exists(row => row.IsActive))
            return;
        subscriber.Stop(now);
        var agreedTo = await db.Consents.Where(row => row.AddressHash == subscriber.AddressHash && row.Act == ConsentAct.Given)
            .OrderByDescending(row => row.Id).Select(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        db.Add(Consent.Withdrawn(subscriber.AddressHash, agreedTo ?? "", now));
    }
}
