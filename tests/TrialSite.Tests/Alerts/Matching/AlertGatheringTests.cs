using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Seeds;

namespace TrialSite.Tests.Alerts;

public sealed class AlertGatheringTests : IAsyncLifetime
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly Topic OfWalk = TestAlerts.TopicOf(Walk);
    private TestSite site = null!;
    private int edits;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        await site.ReseedWith(Walk);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("knee pain")]
    [InlineData("hip pain")]
    public async Task Who_stops_one_condition_of_a_new_trial_and_follows_another_hears_of_it(string stopped)
    {
        await using var site = await TestSite.Open();
        await site.ReseedWith(TestSeed.Number(1));
        var person = await site.Follow(AlertFrequency.Weekly, Topic.OfConditionNamed("knee pain"), Topic.OfConditionNamed("hip pain"));
        await site.ReseedWith(TestSeed.Number(2) with { Conditions = ["hip pain", "knee pain"] });
        await site.Match();
        await site.StopTopic(person, Topic.OfConditionNamed(stopped));

        Assert.Equal(1, await site.GatherAfter(TimeSpan.FromDays(8)));

        var delivery = Assert.Single(await site.Deliveries());
        Assert.Null(delivery.SkippedBecause);
        Assert.True(await site.Read(db => db.Subscriptions.AnyAsync(row => row.Id == delivery.SubscriptionId && row.EndedAt == null)));
    }

    [Fact]
    public async Task Changes_within_the_quiet_minutes_become_one_mail()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await Edit();
        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromMinutes(14)));
        await Edit();
        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromMinutes(14)));

        Assert.Equal(1, await site.GatherAfter(TimeSpan.FromMinutes(1)));

        Assert.Equal([1, 1], (await site.Deliveries()).Select(delivery => delivery.OutboxEmailId));
        Assert.Equal("alert:1:2", await site.Scalar("SELECT DedupeKey FROM OutboxEmails"));
    }

    [Fact]
    public async Task Nobody_waits_for_more_than_an_hour_however_often_a_trial_changes()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        var waited = TimeSpan.Zero;
        await Edit();
        var first = site.Time.GetUtcNow();
        while (await site.Gather() == 0 && waited < TimeSpan.FromHours(3))
        {
            await Edit();
            site.Time.Advance(TimeSpan.FromMinutes(4));
            waited = site.Time.GetUtcNow() - first;
        }

        Assert.InRange(waited, TimeSpan.FromMinutes(56), TimeSpan.FromMinutes(65));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(DISTINCT OutboxEmailId) FROM Deliveries"));
        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Deliveries WHERE OutboxEmailId IS NULL"));
    }

    [Fact]
    public async Task Without_quiet_minutes_a_mail_is_made_at_once()
    {
        site.Get<AlertOptions>().QuietMinutes = 0;
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await Edit();

        Assert.Equal(1, await site.Gather());
    }

    [Fact]
    public async Task Missed_repeated_and_clock_shifted_runs_lose_and_repeat_nothing()
    {
        foreach (var frequency in Enum.GetValues<AlertFrequency>())
            await site.Follow(frequency, OfWalk);
        var mails = 0;
        for (var round = 0; round < 6; round++)
        {
            await Edit();
            site.Time.Advance(TimeSpan.FromDays(round % 3 == 0 ? 9 : 2));
            if (round % 2 == 0)
                continue;
            site.Time.AdjustTime(site.Time.GetUtcNow().AddHours(-5));
            mails += await site.Gather();
            site.Time.AdjustTime(site.Time.GetUtcNow().AddHours(5));
            mails += await site.Gather();
            mails += await site.Gather();
        }
        mails += await site.GatherAfter(TimeSpan.FromDays(8));

        Assert.Equal(mails.ToString(System.Globalization.CultureInfo.InvariantCulture), await site.Scalar("SELECT COUNT(*) FROM OutboxEmails"));
        Assert.Equal(18, (await site.Deliveries()).Count(delivery => delivery.OutboxEmailId is not null));
        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Deliveries d JOIN OutboxEmails m ON m.Id = d.OutboxEmailId WHERE m.SubscriberId <> d.SubscriberId"));
        Assert.Equal(0, (await site.Counts()).Imbalance);
    }

    [Fact]
    public async Task There_and_back_is_no_mail()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ReseedWith(Walk with { Title = "Another title" });
        await site.ReseedWith(Walk);
        await site.Match();

        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromMinutes(15)));

        Assert.All(await site.Deliveries(), delivery => Assert.Equal(DeliverySkip.NothingLeft, delivery.SkippedBecause));
        Assert.Equal(2, (await site.Counts()).Skipped[DeliverySkip.NothingLeft]);
    }

    [Fact]
    public async Task One_trial_that_changed_back_does_not_silence_another()
    {
        var second = TestSeed.Number(2);
        await site.ReseedWith(second);
        await site.Match();
        await site.Follow(AlertFrequency.AtOnce, OfWalk, TestAlerts.TopicOf(second));
        await site.ReseedWith(Walk with { Title = "Another title" });
        await site.ReseedWith(Walk, second with { Title = "Changed for good" });
        await site.Match();

        Assert.Equal(1, await site.GatherAfter(TimeSpan.FromMinutes(15)));

        Assert.Equal([DeliverySkip.NothingLeft, DeliverySkip.NothingLeft, null], (await site.Deliveries()).Select(delivery => delivery.SkippedBecause));
        Assert.Equal([null, null, 1], (await site.Deliveries()).Select(delivery => delivery.OutboxEmailId));
    }

    [Fact]
    public async Task A_new_trial_that_is_gone_again_is_told_to_nobody()
    {
        var second = TestSeed.Number(2);
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("knee pain"));
        await site.ReseedWith(second);
        site.Delete(second);
        await site.ReseedWith();
        await site.Match();

        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromMinutes(15)));

        Assert.Equal(DeliverySkip.NothingLeft, Assert.Single(await site.Deliveries()).SkippedBecause);
    }

    [Fact]
    public async Task What_becomes_due_in_a_pause_waits_for_its_end()
    {
        var person = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await site.ChangePerson(person, subscriber => subscriber.Pause());
        await Edit();
        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromDays(40)));
        Assert.Equal(1, (await site.Counts()).Waiting);

        await site.ChangePerson(person, subscriber => subscriber.Resume());

        Assert.Equal(1, await site.Gather());
    }

    [Fact]
    public async Task Who_stopped_meanwhile_gets_nothing()
    {
        var topicStopped = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        var allStopped = await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await Edit();
        await site.StopTopic(topicStopped, OfWalk);
        await site.ChangePerson(allStopped, person => person.Stop(site.Time.GetUtcNow()));

        Assert.Equal(0, await site.GatherAfter(TimeSpan.FromMinutes(15)));

        Assert.All(await site.Deliveries(), delivery => Assert.Equal(DeliverySkip.Stopped, delivery.SkippedBecause));
        Assert.Equal(2, (await site.Counts()).Skipped[DeliverySkip.Stopped]);
    }

    [Fact]
    public async Task Four_processes_at_once_make_one_mail_a_person()
    {
        for (var i = 0; i < 40; i++)
            await site.Follow(AlertFrequency.AtOnce, OfWalk);
        await Edit();
        site.Time.Advance(TimeSpan.FromMinutes(15));
        var others = Enumerable.Range(0, 4).Select(_ => site.Beside()).ToList();

        var made = await Task.WhenAll(others.Select(other => Task.Run(() => other.Gather())));

        Assert.Equal(40, made.Sum());
        Assert.Equal("40", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails"));
        Assert.Equal("40", await site.Scalar("SELECT COUNT(DISTINCT OutboxEmailId) FROM Deliveries"));
        foreach (var other in others)
            await other.DisposeAsync();
    }

    private async Task Edit()
    {
        await site.ReseedWith(Walk with { Title = $"A title of edit {++edits}" });
        await site.Match();
    }
}
