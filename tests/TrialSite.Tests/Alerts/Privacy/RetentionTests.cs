using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly NctId WalkId = TestSeed.NctIdOf(Walk);
    private MailScene scene = null!;

    public async Task InitializeAsync()
    {
        scene = await MailScene.Open();
        await scene.Show(Walk);
        await scene.Show(Walk with { Title = "Swimming" });
    }

    public async Task DisposeAsync() => await scene.DisposeAsync();

    [Fact]
    public async Task An_unconfirmed_sign_up_is_gone_on_day_8()
    {
        await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId));

        await EraseAfter(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        Assert.Equal(SignUpState.Pending, (await scene.Site.Read(db => db.SignUps.SingleAsync())).State);
        await EraseAfter(TimeSpan.FromHours(1));
        Assert.Equal(0, await Count(db => db.SignUps));
    }

    [Fact]
    public async Task The_days_of_a_sign_up_count_from_the_mail_that_asks()
    {
        var signUp = await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId));
        await scene.Write("UPDATE SignUps SET ReceivedAt = '2026-01-01 00:00:00+00:00'");
        var mail = await scene.Confirmation(signUp);

        await EraseAfter(mail.CreatedAt.AddDays(7) - Now - TimeSpan.FromHours(1));
        Assert.Equal(SignUpState.Pending, (await scene.Site.Read(db => db.SignUps.SingleAsync())).State);
        await EraseAfter(TimeSpan.FromHours(1));
        Assert.Equal(0, await Count(db => db.SignUps));
    }

    [Fact]
    public async Task A_sign_up_expires_with_its_link_when_it_is_kept_longer()
    {
        scene.Site.Get<AlertOptions>().ConfirmDays = 3;
        await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId));

        await EraseAfter(TimeSpan.FromDays(3));

        Assert.Equal(SignUpState.Expired, (await scene.Site.Read(db => db.SignUps.SingleAsync())).State);
    }

    [Theory]
    [InlineData("Disowned", 7)]
    [InlineData("Expired", 7)]
    [InlineData("Confirmed", 30)]
    public async Task A_settled_sign_up_is_kept_only_as_long_as_its_link_says_something(string state, int days)
    {
        await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId));
        await scene.Write($"UPDATE SignUps SET State = '{state}'");

        await AssertGoneAfter(TimeSpan.FromDays(days), db => db.SignUps);
    }

    [Fact]
    public async Task A_management_link_is_gone_after_a_day_and_its_mail_goes_on_counting()
    {
        await scene.ManageLink(await scene.Confirm("reader@mail.example.org"));

        await AssertGoneAfter(TimeSpan.FromDays(1), db => db.ManageLinks);
        Assert.Equal(1, await Count(db => db.OutboxEmails));
    }

    [Theory]
    [InlineData("Sent", 30)]
    [InlineData("Failed", 90)]
    [InlineData("Skipped", 90)]
    public async Task A_finished_mail_goes_with_its_deliveries(string state, int days)
    {
        await Follower();
        await scene.Write($"UPDATE OutboxEmails SET State = '{state}', FinishedAt = '{Now:yyyy-MM-dd HH:mm:ss}+00:00'");

        await AssertGoneAfter(TimeSpan.FromDays(days), db => db.OutboxEmails);
        Assert.Equal(0, await Count(db => db.Deliveries));
        Assert.Equal(1, await Count(db => db.Subscriptions));
    }

    [Fact]
    public async Task A_mail_that_waits_stays_with_its_deliveries()
    {
        await Follower();

        await EraseAfter(TimeSpan.FromDays(1000));

        Assert.Equal((1, 1), (await Count(db => db.OutboxEmails), await Count(db => db.Deliveries)));
    }

    [Fact]
    public async Task A_delivery_that_came_into_no_mail_is_gone_after_90_days()
    {
        await Follower();
        await scene.Write($"UPDATE Deliveries SET OutboxEmailId = NULL, SkippedBecause = 'NothingLeft', DueAt = '{Now:yyyy-MM-dd HH:mm:ss}+00:00'");

        await AssertGoneAfter(TimeSpan.FromDays(90), db => db.Deliveries);
    }

    [Fact]
    public async Task An_ended_subscription_is_gone_after_28_days_and_an_active_one_stays()
    {
        var (subscriber, subscription) = await Follower();
        var active = await scene.Follow(subscriber, Topic.OfConditionNamed("knee pain"));
        await scene.Write(db => db.Subscriptions.Where(row => row.Id == subscription.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.EndedAt, Now)));

        await AssertGoneAfter(TimeSpan.FromDays(28), db => db.Subscriptions.Where(row => row.Id == subscription.Id));
        Assert.Equal(active.Id, (await scene.Site.Read(db => db.Subscriptions.SingleAsync())).Id);
        Assert.Equal(0, await Count(db => db.Deliveries));
        Assert.Equal(1, await Count(db => db.Subscribers));
    }

    [Fact]
    public async Task A_person_without_subscriptions_is_gone_after_28_days_with_all_but_consents()
    {
        var (subscriber, _) = await Follower();
        await scene.Write(async db =>
        {
            (await db.Subscribers.SingleAsync()).Stop(Now);
            (await db.Subscriptions.SingleAsync()).End(SubscriptionEnd.Bounced, Now);
            db.Add(Consent.Given(subscriber.AddressHash, "consent-1", Now));
            return await db.SaveChangesAsync();
        });

        await AssertGoneAfter(TimeSpan.FromDays(28), db => db.Subscribers);
        Assert.Equal((0, 0, 0), (await Count(db => db.Subscriptions), await Count(db => db.Deliveries), await Count(db => db.OutboxEmails)));
        Assert.Equal([ConsentAct.Given, ConsentAct.Withdrawn], await scene.Site.Read(db => db.Consents.OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));
    }

    [Fact]
    public async Task A_consent_is_gone_3_years_after_it_was_taken_back_and_a_later_one_stays()
    {
        await scene.Write(db =>
        {
            db.AddRange(Consent.Given("one", "1", Now.AddYears(-5)), Consent.Withdrawn("one", "1", Now), Consent.Given("one", "2", Now.AddDays(1)), Consent.Given("other", "1", Now.AddYears(-5)));
            return db.SaveChangesAsync();
        });

        await AssertGoneAfter(Now.AddYears(3) - Now, db => db.Consents.Where(row => row.AddressHash == "one" && row.Version == "1"));
        Assert.Equal(2, await Count(db => db.Consents));
    }

    [Fact]
    public async Task A_suppression_ends_on_its_day_and_one_without_end_stays()
    {
        await scene.Write(db =>
        {
            db.AddRange(Suppression.Of("one", SuppressionReason.HardBounce, Now.AddDays(365)), Suppression.Of("other", SuppressionReason.Complaint, null));
            return db.SaveChangesAsync();
        });

        await AssertGoneAfter(TimeSpan.FromDays(365), db => db.Suppressions.Where(row => row.AddressHash == "one"));
        Assert.Equal(1, await Count(db => db.Suppressions));
    }

    [Fact]
    public async Task A_mail_in_the_folder_is_gone_after_30_days_and_other_files_stay()
    {
        var folder = scene.Site.Get<MailOptions>().PickupFolder;
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "old.eml", "old.eml.tmp", "old.txt", "new.eml" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "");
            File.SetLastWriteTimeUtc(Path.Combine(folder, name), Now.UtcDateTime.AddDays(name.StartsWith("old", StringComparison.Ordinal) ? -31 : -29));
        }

        await EraseAfter(TimeSpan.Zero);

        Assert.Equal(["new.eml", "old.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_than_a_chunk_is_erased_at_once_and_the_log_is_folded()
    {
        for (var i = 0; i < 2; i++)
            await scene.Write("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO ManageLinks (AddressHash, AddressBlockHash, AskedAt, IsAnswered) SELECT 'hash' || i, 'block', '2026-01-01 00:00:00+00:00', 1 FROM n");
        Assert.Equal(600, await Count(db => db.ManageLinks));

        await EraseAfter(TimeSpan.Zero);

        Assert.Equal(0, await Count(db => db.ManageLinks));
        Assert.Equal(0, new FileInfo($"{scene.Site.DatabaseFile}-wal").Length);
    }

    [Fact]
    public async Task It_looks_at_most_once_an_hour()
    {
        await EraseAfter(TimeSpan.Zero);
        await scene.ManageLink(await scene.Confirm("reader@mail.example.org"));
        await scene.Write("UPDATE ManageLinks SET AskedAt = '2026-01-01 00:00:00+00:00'");

        await EraseAfter(TimeSpan.FromMinutes(59));
        Assert.Equal(1, await Count(db => db.ManageLinks));
        await EraseAfter(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Count(db => db.ManageLinks));
    }

    private DateTimeOffset Now => scene.Site.Time.GetUtcNow();

    private async Task AssertGoneAfter<T>(TimeSpan kept, Func<TrialDbContext, IQueryable<T>> rows)
    {
        await EraseAfter(kept - TimeSpan.FromDays(1));
        Assert.True(await Count(rows) > 0);
        await EraseAfter(TimeSpan.FromDays(1));
        Assert.Equal(0, await Count(rows));
    }

    private Task EraseAfter(TimeSpan time)
    {
        scene.Site.Time.Advance(time);
        return scene.Site.Get<Retention>().EraseOld(default);
    }

    private Task<int> Count<T>(Func<TrialDbContext, IQueryable<T>> rows) => scene.Site.Read(db => rows(db).CountAsync());

    private async Task<(Subscriber, Subscription)> Follower()
    {
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var subscription = await scene.Follow(subscriber, Topic.Of(WalkId));
        await scene.Alert(subscriber, (await scene.Change(WalkId, 2), subscription));
        return (subscriber, subscription);
    }
}
