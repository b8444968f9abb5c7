using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>What a stop link leads to: a topic, whether it is followed, and how many others the person follows. No topic: nothing is kept of it any more.</summary>
public sealed record FoundStop(Topic? Topic, bool IsActive, int Others)
{
    public static FoundStop Forgotten { get; } = new(null, false, 0);
}

/// <summary>What anyone who holds a mail can do with its stop link: get fewer mails or none. It never asks who they are.</summary>
public sealed class StopLinks(TrialDbContext store, TrialWriter writer, LinkTokens tokens, TimeProvider time)
{
    /// <summary>Null, here and below, when the link is none of ours.</summary>
    public async Task<FoundStop?> Find(string token, CancellationToken cancellationToken) =>
        tokens.TryReadStopToken(token, out var target) ? await Find(store, target, cancellationToken) : null;

    public Task<FoundStop?> StopTopic(string token, CancellationToken cancellationToken) => Act(token, (db, subscriber, target) =>
        SubscriptionEnds.EndOne(db, subscriber, target.SubscriptionId, SubscriptionEnd.Stopped, time.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<FoundStop?> StopEverything(string token, CancellationToken cancellationToken) => Act(token, (db, subscriber, _) =>
        SubscriptionEnds.EndAll(db, subscriber, SubscriptionEnd.Stopped, time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>All that the person follows comes at most once a week.</summary>
    public Task<FoundStop?> WriteWeekly(string token, CancellationToken cancellationToken) => Act(token, async (db, subscriber, _) =>
    {
        foreach (var active in await SubscriptionEnds.ActiveOf(db, subscriber.Id).ToListAsync(cancellationToken))
            active.ChangeFrequency(AlertFrequency.Weekly);
    }, cancellationToken);

    private async Task<FoundStop?> Act(string token, Func<TrialDbContext, Subscriber, StopTarget, Task> act, CancellationToken cancellationToken)
    {
        if (!tokens.TryReadStopToken(token, out var target))
            return null;
        return await writer.Write(WriteLane.People, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Subscribers.FindAsync([target.SubscriberId], cancellationToken) is { } subscriber)
                await act(db, subscriber, target);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return await Find(db, target, cancellationToken);
        }, cancellationToken);
    }

    private static async Task<FoundStop> Find(TrialDbContext db, StopTarget target, CancellationToken cancellationToken)
    {
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == target.SubscriptionId, cancellationToken);
        var others = await SubscriptionEnds.ActiveOf(db, target.SubscriberId).CountAsync(row => row.Id != target.SubscriptionId, cancellationToken);
        return new(subscription?.Topic, subscription is { IsActive: true }, others);
    }
}
