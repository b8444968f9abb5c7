using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>How many people changes reach, each person once.</summary>
/// <remarks>Who began to follow a topic later than <c>startedBy</c> is not told.</remarks>
public sealed class AlertReach(TrialDbContext db, DateTimeOffset startedBy)
{
    private readonly HashSet<int> people = [];

    public int People => people.Count;

    /// <summary>How many people one change reaches, also those counted before.</summary>
    public async Task<int> Add(IReadOnlyList<Topic> topics, CancellationToken cancellationToken)
    {
        var followers = await db.Subscriptions
            .Where(subscription => subscription.EndedAt == null && topics.Contains(subscription.Topic) && subscription.StartedAt <= startedBy)
            .Where(subscription => db.Subscribers.Any(person => person.Id == subscription.SubscriberId && person.State != SubscriberState.Stopped))
            .Select(subscription => subscription.SubscriberId)
            .Distinct()
            .ToListAsync(cancellationToken);
        people.UnionWith(followers);
        return followers.Count;
    }
}
