using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Store;

namespace TrialSite.Tests;

/// <summary>People who follow topics, and what became of the changes they are to hear of.</summary>
internal static class TestAlerts
{
    public static Topic TopicOf(SeedDocument seed) => Topic.Of(TestSeed.NctIdOf(seed));

    /// <summary>A confirmed person; gives the subscriber's id.</summary>
    public static Task<int> Follow(this TestSite site, AlertFrequency frequency, params Topic[] topics) => site.Change(async db =>
    {
        var number = await db.Subscribers.CountAsync();
        var person = Subscriber.Confirmed("not readable", $"hash {number}", site.Time.GetUtcNow());
        db.Add(person);
        await db.SaveChangesAsync();
        db.AddRange(topics.Select(topic => Subscription.Of(person.Id, topic, frequency, site.Time.GetUtcNow())));
        await db.SaveChangesAsync();
        return person.Id;
    });

    public static Task<int> Change(this TestSite site, Func<TrialDbContext, Task<int>> act) => site.Get<TrialWriter>().Write(WriteLane.People, act, default);

    public static Task ChangePerson(this TestSite site, int id, Action<Subscriber> act) => site.Change(async db =>
    {
        act(await db.Subscribers.SingleAsync(person => person.Id == id));
        return await db.SaveChangesAsync();
    });

    public static Task StopTopic(this TestSite site, int id, Topic topic) => site.Change(async db =>
    {
        (await db.Subscriptions.SingleAsync(row => row.SubscriberId == id && row.Topic == topic && row.EndedAt == null)).End(SubscriptionEnd.Stopped, site.Time.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    public static async Task ReseedWith(this TestSite site, params IEnumerable<SeedDocument> seeds)
    {
        site.Write(seeds);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await site.Reseed(mayShrink: true)).Refusal);
    }

    public static Task<int> Match(this TestSite site) => site.Get<AlertMatcher>().MatchNew(default);

    public static Task<int> Gather(this TestSite site) => site.Get<AlertGathering>().Gather(default);

    public static async Task<int> GatherAfter(this TestSite site, TimeSpan wait)
    {
        site.Time.Advance(wait);
        return await site.Gather();
    }

    public static Task<List<Delivery>> Deliveries(this TestSite site) =>
        site.Read(db => db.Deliveries.OrderBy(delivery => delivery.SubscriberId).ThenBy(delivery => delivery.ChangeId).ToListAsync());

    public static Task<CatalogueImport> LastImport(this TestSite site) => site.Read(db => db.CatalogueImports.OrderBy(import => import.Generation).LastAsync());

    public static Task<AlertCounts> Counts(this TestSite site) => site.Read(db => AlertCounts.Read(db, default));
}
