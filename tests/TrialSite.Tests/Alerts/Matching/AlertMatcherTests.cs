using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Seeds;

namespace TrialSite.Tests.Alerts;

public sealed class AlertMatcherTests : IAsyncLifetime
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly Topic OfWalk = TestAlerts.TopicOf(Walk);
    private static readonly Topic OfKneePain = Topic.OfConditionNamed("knee pain");
    private TestSite site = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        await site.ReseedWith(Walk);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Nobody_is_told_of_a_first_import()
    {
        Assert.Equal(CatalogueImportState.Silent, (await site.LastImport()).State);
        await site.Follow(AlertFrequency.AtOnce, OfWalk, OfKneePain);

        Assert.Equal(0, await site.Match());
        Assert.Equal(CatalogueImportState.Silent, (await site.LastImport()).State);
    }

    [Fact]
    public async Task One_change_reaches_a_person_once_however_many_topics_match()
    {
        var person = await site.Follow(AlertFrequency.Daily, OfKneePain, Topic.OfConditionNamed("osteoarthritis"), TestAlerts.TopicOf(TestSeed.Number(2)));
        await site.ReseedWith(TestSeed.Number(2));

        Assert.Equal(1, await site.Match());

        var delivery = Assert.Single(await site.Deliveries());
        var because = await site.Read(db => db.Subscriptions.SingleAsync(subscription => subscription.Id == delivery.SubscriptionId));
        Assert.Equal((person, TestAlerts.TopicOf(TestSeed.Number(2))), (delivery.SubscriberId, because.Topic));
        Assert.Equal(1, await site.GatherAfter(TimeSpan.FromDays(1)));
        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromDays(1)));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails"));
    }

    [Fact]
    public async Task A_delivery_is_due_with_the_earliest_of_the_subscriptions_that_match()
    {
        await site.Change(async db =>
        {
            var person = Subscriber.Confirmed("not readable", "hash", site.Time.GetUtcNow());
            db.Add(person);
            await db.SaveChangesAsync();
            db.Add(Subscription.Of(person.Id, OfKneePain, AlertFrequency.AtOnce, site.Time.GetUtcNow()));
            db.Add(Subscription.Of(person.Id, TestAlerts.TopicOf(TestSeed.Number(2)), AlertFrequency.Weekly, site.Time.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await site.ReseedWith(TestSeed.Number(2));

        await site.Match();

        Assert.Equal(site.Time.GetUtcNow().AddMinutes(15), Assert.Single(await site.Deliveries()).DueAt);
    }

    [Fact]
    public async Task Only_those_are_told_who_followed_before_the_change_and_follow_still()
    {
        var told = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        var paused = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ChangePerson(paused, person => person.Pause());
        var gone = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ChangePerson(gone, person => person.Stop(site.Time.GetUtcNow()));
        var stopped = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(TestSeed.Number(2)));
        await site.ReseedWith(Walk with { Title = "Another title" });
        await site.StopTopic(stopped, OfWalk);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Follow(AlertFrequency.AtOnce, OfWalk);

        Assert.Equal(2, await site.Match());

        Assert.Equal([told, paused], (await site.Deliveries()).Select(delivery => delivery.SubscriberId));
        Assert.Equal((CatalogueImportState.Matched, 2), ((await site.LastImport()).State, (await site.LastImport()).People));
    }

    [Fact]
    public async Task A_condition_is_told_of_trials_that_are_new_under_it_and_of_nothing_else()
    {
        await site.Follow(AlertFrequency.AtOnce, OfKneePain);
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("hip pain"));

        await site.ReseedWith(Walk with { Title = "Another title" });
        Assert.Equal(0, await site.Match());
        await site.ReseedWith(Walk with { Title = "Another title", Conditions = ["Knee-Pain", "hip pain"] });
        Assert.Equal(1, await site.Match());
        site.Delete(Walk);
        await site.ReseedWith();
        Assert.Equal(0, await site.Match());
    }

    [Fact]
    public async Task Unchanged_files_other_case_and_dates_alone_are_told_to_nobody()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk, OfKneePain);

        await site.ReseedWith(Walk);
        await site.ReseedWith(Walk with { LastUpdated = new(2026, 6, 30) });
        await site.ReseedWith(Walk with { LastUpdated = new(2026, 6, 30), Title = Walk.Title!.ToUpperInvariant() });

        Assert.Equal(0, await site.Match());
        Assert.Equal("3", await site.Scalar("SELECT MAX(Version) FROM Trials"));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM CatalogueImports"));
        Assert.Empty(await site.Deliveries());
    }

    [Fact]
    public async Task Imports_are_matched_once_each_from_the_oldest()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ReseedWith(Walk with { Title = "Another title" });
        await site.ReseedWith(Walk with { Title = "A third title" });

        Assert.Equal(2, await site.Match());
        Assert.Equal(0, await site.Match());
        Assert.Equal([CatalogueImportState.Silent, CatalogueImportState.Matched, CatalogueImportState.Matched], await site.Read(db => db.CatalogueImports.OrderBy(import => import.Generation).Select(import => import.State).ToListAsync()));
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_a_fan_out_it_begins_again_and_writes_nothing_twice()
    {
        var trials = TestSeed.Numbers(1, 5).ToList();
        await site.ReseedWith(trials);
        await site.Match();
        for (var i = 0; i < 3; i++)
            await site.Follow(AlertFrequency.AtOnce, [.. trials.Select(TestAlerts.TopicOf)]);
        await site.ReseedWith(trials.Select(trial => trial with { Title = $"{trial.Title}, continued" }));
        await site.Change(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Kill BEFORE INSERT ON Deliveries WHEN (SELECT COUNT(*) FROM Deliveries) = 7 BEGIN SELECT RAISE(ABORT, 'killed'); END"));

        await Assert.ThrowsAnyAsync<Exception>(() => site.Match());

        Assert.Equal(6, (await site.Deliveries()).Count);
        Assert.Equal(CatalogueImportState.ToMatch, (await site.LastImport()).State);
        await site.Change(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Kill"));
        Assert.Equal(9, await site.Match());
        Assert.Equal(15, (await site.Deliveries()).Count);
        Assert.Equal(CatalogueImportState.Matched, (await site.LastImport()).State);
    }

    [Fact]
    public async Task A_replay_of_a_whole_import_writes_nothing_more()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ReseedWith(Walk with { Title = "Another title" });
        await site.Match();
        var before = await site.Scalar("SELECT group_concat(DueAt) FROM Deliveries");
        await site.Change(db => db.CatalogueImports.Where(import => import.State == CatalogueImportState.Matched).ExecuteUpdateAsync(update => update.SetProperty(import => import.State, CatalogueImportState.ToMatch)));
        site.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await site.Match());
        Assert.Equal(before, await site.Scalar("SELECT group_concat(DueAt) FROM Deliveries"));
    }

    [Fact]
    public async Task Several_chunks_reach_everyone_once()
    {
        await site.Change(db => db.Database.ExecuteSqlRawAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
            INSERT INTO Subscribers (EncryptedAddress, AddressHash, Language, State, ConfirmedAt) SELECT 'x', 'h' || i, 'en', 'Active', '2026-01-01 00:00:00+00:00' FROM n;
            INSERT INTO Subscriptions (SubscriberId, Topic, Frequency, StartedAt) SELECT Id, 'trial:NCT00000001', 'Daily', '2026-01-01 00:00:00+00:00' FROM Subscribers;
            INSERT INTO Subscriptions (SubscriberId, Topic, Frequency, StartedAt) SELECT Id, 'condition:hip-pain', 'AtOnce', '2026-01-01 00:00:00+00:00' FROM Subscribers WHERE Id % 2 = 0;
            """));
        await site.ReseedWith(Walk with { Conditions = [.. Walk.Conditions, "hip pain"] });

        Assert.Equal(12000, await site.Match());
        Assert.Equal("6000", await site.Scalar($"SELECT COUNT(*) FROM Deliveries WHERE DueAt = '{site.Time.GetUtcNow().AddMinutes(15):yyyy-MM-dd HH:mm:ss}+00:00'"));
        Assert.Equal("12000", await site.Scalar("SELECT COUNT(*) FROM Deliveries d JOIN Subscriptions s ON s.Id = d.SubscriptionId WHERE s.Topic LIKE 'trial:%'"));
    }
}
