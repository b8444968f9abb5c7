using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

public enum ConfirmationState
{
    /// <summary>The link waits for its button.</summary>
    Open,
    Confirmed,
    Disowned,

    /// <summary>It was not pressed in time.</summary>
    Expired,
}

/// <summary>What the link in a confirmation mail leads to; of its topics those that the person follows now, and whether their mails are paused.</summary>
public sealed record FoundSignUp(SignUp SignUp, ConfirmationState State, IReadOnlyList<Topic> Topics, IReadOnlyList<Topic> Followed, bool IsPaused);

/// <summary>What a person can do with the link in a confirmation mail: confirm, or say that it was somebody else.</summary>
public sealed class Confirmations(TrialDbContext store, TrialWriter writer, AlertOptions options, TimeProvider time)
{
    private static readonly TimeSpan LeftAlone = TimeSpan.FromDays(7);

    /// <summary>Null when no sign-up has that link.</summary>
    public Task<FoundSignUp?> Find(string token, CancellationToken cancellationToken) => Find(store, token, cancellationToken);

    /// <summary>Once or several times, with the same result: whoever confirmed gets what was asked for, unless it was stopped since.</summary>
    public Task<FoundSignUp?> Confirm(string token, CancellationToken cancellationToken) => Act(token, async (db, found, now) =>
    {
        if (found.State != ConfirmationState.Open)
            return;
        var subscriber = await SubscriberOf(db, found.SignUp, now, cancellationToken);
        await Subscribe(db, subscriber, found, now, cancellationToken);
        await WelcomeBack(db, found.SignUp.AddressHash, cancellationToken);
        db.Add(Consent.Given(subscriber.AddressHash, found.SignUp.ConsentVersion, now));
        found.SignUp.Confirm();
    }, cancellationToken);

    /// <summary>Nothing more is sent to the address for a while; what was confirmed with it is stopped.</summary>
    public Task<FoundSignUp?> Disown(string token, CancellationToken cancellationToken) => Act(token, async (db, found, now) =>
    {
        if (found.State == ConfirmationState.Disowned)
            return;
        if (found.State == ConfirmationState.Confirmed && await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == found.SignUp.AddressHash, cancellationToken) is { } subscriber)
            await SubscriptionEnds.EndAll(db, subscriber, SubscriptionEnd.Stopped, now, cancellationToken);
        await LeaveAlone(db, found.SignUp.AddressHash, now + LeftAlone, cancellationToken);
        found.SignUp.Disown();
    }, cancellationToken);

    private Task<FoundSignUp?> Act(string token, Func<TrialDbContext, FoundSignUp, DateTimeOffset, Task> act, CancellationToken cancellationToken) => writer.Write(WriteLane.People, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Find(db, token, cancellationToken) is { } found)
            await act(db, found, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await Find(db, token, cancellationToken);
    }, cancellationToken);

    private async Task<FoundSignUp?> Find(TrialDbContext db, string token, CancellationToken cancellationToken)
    {
        var tokenHash = LinkTokens.HashOf(token);
        if (await db.SignUps.SingleOrDefaultAsync(row => row.TokenHash == tokenHash, cancellationToken) is not { } signUp)
            return null;
        var topics = signUp.Topics.Select(text => Topic.TryParse(text, out var topic) ? topic : null).OfType<Topic>().ToList();
        var subscriber = await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == signUp.AddressHash, cancellationToken);
        var followed = subscriber is null ? [] : await SubscriptionEnds.ActiveOf(db, subscriber.Id).Select(row => row.Topic).ToListAsync(cancellationToken);
        return new(signUp, await StateOf(db, signUp, cancellationToken), topics, [.. topics.Where(followed.Contains)], subscriber?.State == SubscriberState.Paused);
    }

    private async Task<ConfirmationState> StateOf(TrialDbContext db, SignUp signUp, CancellationToken cancellationToken) => signUp.State switch
    {
        SignUpState.Confirmed => ConfirmationState.Confirmed,
        SignUpState.Disowned => ConfirmationState.Disowned,
        SignUpState.Pending when await AskedAt(db, signUp, cancellationToken) + TimeSpan.FromDays(options.ConfirmDays) > time.GetUtcNow() => ConfirmationState.Open,
        _ => ConfirmationState.Expired,
    };

    /// <summary>A sign-up from before mails could be sent was asked to confirm long after it came.</summary>
    private static async Task<DateTimeOffset> AskedAt(TrialDbContext db, SignUp signUp, CancellationToken cancellationToken)
    {
        var key = OutboxEmail.ConfirmationKey(signUp.Id);
        var mail = await db.OutboxEmails.SingleOrDefaultAsync(row => row.DedupeKey == key, cancellationToken);
        return mail?.CreatedAt ?? signUp.ReceivedAt;
    }

    private static async Task<Subscriber> SubscriberOf(TrialDbContext db, SignUp signUp, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == signUp.AddressHash, cancellationToken) is { } known)
        {
            known.StartAgain();
            return known;
        }
        var subscriber = db.Add(Subscriber.Confirmed(signUp.EncryptedAddress, signUp.AddressHash, now)).Entity;
        // The subscriptions need its number.
        await db.SaveChangesAsync(cancellationToken);
        return subscriber;
    }

    private async Task Subscribe(TrialDbContext db, Subscriber subscriber, FoundSignUp found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var active = await SubscriptionEnds.ActiveOf(db, subscriber.Id).ToListAsync(cancellationToken);
        foreach (var topic in found.Topics)
        {
            if (active.Find(row => row.Topic == topic) is { } known)
                known.ChangeFrequency(found.SignUp.Frequency);
            else if (active.Count < options.MostTopics)
                active.Add(db.Add(Subscription.Of(subscriber.Id, topic, found.SignUp.Frequency, now)).Entity);
        }
    }

    /// <summary>Who confirms has seen that the mail was meant for them: an earlier "not me" holds nothing back any more.</summary>
    private static Task<int> WelcomeBack(TrialDbContext db, string addressHash, CancellationToken cancellationToken) =>
        db.Suppressions.Where(row => row.AddressHash == addressHash && row.Reason == SuppressionReason.Disowned).ExecuteDeleteAsync(cancellationToken);

    private static async Task LeaveAlone(TrialDbContext db, string addressHash, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (await db.Suppressions.FindAsync([addressHash], cancellationToken) is not { } known)
            db.Add(Suppression.Of(addressHash, SuppressionReason.Disowned, until));
        else if (known.Until is { } end && end < until)
            known.Extend(SuppressionReason.Disowned, until);
    }
}
