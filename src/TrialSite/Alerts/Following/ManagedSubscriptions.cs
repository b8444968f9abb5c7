using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>A person and what they follow, as the link to manage it shows them.</summary>
public sealed record ManagedPerson(Subscriber Subscriber, IReadOnlyList<Subscription> Active);

/// <summary>What a person can do with the link to manage their mails, while it lives.</summary>
public sealed class ManagedSubscriptions(TrialDbContext store, TrialWriter writer, AddressProtection protection, People people, AlertOptions options, TimeProvider time)
{
    /// <summary>Null when the link is unknown, too old, or of somebody who was erased.</summary>
    public async Task<ManagedPerson?> Find(string token, CancellationToken cancellationToken) => await SubscriberOf(store, token, cancellationToken) is { } subscriber
        ? new(subscriber, await SubscriptionEnds.ActiveOf(store, subscriber.Id).ToListAsync(cancellationToken))
        : null;

    /// <summary>False, here and below, when the link leads to nobody.</summary>
    public Task<bool> ChangeFrequency(string token, int subscriptionId, AlertFrequency frequency, CancellationToken cancellationToken) => Act(token, async (db, subscriber) =>
    {
        var subscription = await SubscriptionEnds.ActiveOf(db, subscriber.Id).SingleOrDefaultAsync(row => row.Id == subscriptionId, cancellationToken);
        subscription?.ChangeFrequency(frequency);
    }, cancellationToken);

    public Task<bool> End(string token, int subscriptionId, CancellationToken cancellationToken) =>
        Act(token, (db, subscriber) => SubscriptionEnds.EndOne(db, subscriber, subscriptionId, SubscriptionEnd.Unticked, time.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<bool> EndAll(string token, CancellationToken cancellationToken) =>
        Act(token, (db, subscriber) => SubscriptionEnds.EndAll(db, subscriber, SubscriptionEnd.Unticked, time.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<bool> Pause(string token, CancellationToken cancellationToken) => Act(token, (_, subscriber) =>
    {
        subscriber.Pause();
        return Task.CompletedTask;
    }, cancellationToken);

    public Task<bool> Resume(string token, CancellationToken cancellationToken) => Act(token, (_, subscriber) =>
    {
        subscriber.Resume();
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>All that is kept about the person; null when the link leads to nobody.</summary>
    public async Task<PersonExport?> Export(string token, CancellationToken cancellationToken) =>
        await SubscriberOf(store, token, cancellationToken) is { } subscriber ? await people.Export(protection.Decrypt(subscriber.EncryptedAddress), cancellationToken) : null;

    /// <summary>The link dies with the person.</summary>
    public async Task<bool> Erase(string token, CancellationToken cancellationToken) =>
        await SubscriberOf(store, token, cancellationToken) is { } subscriber && await people.Erase(protection.Decrypt(subscriber.EncryptedAddress), cancellationToken);

    private Task<bool> Act(string token, Func<TrialDbContext, Subscriber, Task> act, CancellationToken cancellationToken) => writer.Write(WriteLane.People, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await SubscriberOf(db, token, cancellationToken) is not { } subscriber)
            return false;
        await act(db, subscriber);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }, cancellationToken);

    private async Task<Subscriber?> SubscriberOf(TrialDbContext db, string token, CancellationToken cancellationToken)
    {
        var tokenHash = LinkTokens.HashOf(token);
        var link = await db.ManageLinks.SingleOrDefaultAsync(row => row.TokenHash == tokenHash, cancellationToken);
        return link is not null && link.AskedAt.AddMinutes(options.ManageMinutes) > time.GetUtcNow()
            ? await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == link.AddressHash, cancellationToken)
            : null;
    }
}
