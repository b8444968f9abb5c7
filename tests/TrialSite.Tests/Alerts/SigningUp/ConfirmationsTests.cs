using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

public sealed class ConfirmationsTests
{
    private static readonly SignUpRequest Request = TestSignUp.Of("reader@example.org");

    [Fact]
    public async Task Before_the_button_is_pressed_there_is_nothing_but_the_mail_that_asks()
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);

        Assert.Equal(ConfirmationState.Open, (await Find(site, token))!.State);

        Assert.Equal("0", await site.Scalar("SELECT (SELECT COUNT(*) FROM Subscribers) + (SELECT COUNT(*) FROM Subscriptions) + (SELECT COUNT(*) FROM Consents)"));
        Assert.Equal("Confirmation", await site.Scalar("SELECT Kind FROM OutboxEmails"));
    }

    [Fact]
    public async Task Who_confirms_follows_what_was_ticked_and_the_consent_is_kept()
    {
        await using var site = await TestSite.Open();

        var person = await TestPerson.Confirm(site, Request);

        var subscriptions = await TestPerson.SubscriptionsOf(site, person);
        Assert.Equal(["trial:NCT00000001", "condition:knee-pain"], subscriptions.Select(row => row.Topic.ToString()));
        Assert.All(subscriptions, row => Assert.Equal((AlertFrequency.Weekly, true, site.Time.GetUtcNow()), (row.Frequency, row.IsActive, row.StartedAt)));
        Assert.Equal("reader@example.org", site.Get<AddressProtection>().Decrypt(person.EncryptedAddress).Value);
        Assert.Equal("Given | consent-1", await site.Scalar("SELECT Act, Version FROM Consents"));
        Assert.Equal("Confirmed", await site.Scalar("SELECT State FROM SignUps"));
    }

    [Fact]
    public async Task Twenty_presses_at_once_make_one_person_and_all_show_success()
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);
        await using var otherProcess = await TestSite.Open(site.DataFolder);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Confirm(i % 2 == 0 ? site : otherProcess, token)));

        Assert.All(found, each => Assert.Equal((ConfirmationState.Confirmed, 2), (each!.State, each.Followed.Count)));
        Assert.Equal("1 | 2 | 1", await site.Scalar("SELECT (SELECT COUNT(*) FROM Subscribers), (SELECT COUNT(*) FROM Subscriptions), (SELECT COUNT(*) FROM Consents)"));
    }

    [Theory]
    [InlineData(7 * 24 * 60 - 1, ConfirmationState.Confirmed)]
    [InlineData(7 * 24 * 60, ConfirmationState.Expired)]
    public async Task The_link_lives_for_seven_days(int minutes, ConfirmationState state)
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);
        site.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(state, (await Confirm(site, token))!.State);
    }

    [Fact]
    public async Task A_second_sign_up_adds_topics_and_its_frequency_counts_for_those_it_names()
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);
        site.Time.Advance(TimeSpan.FromHours(1));

        await TestPerson.Confirm(site, Request with { Topics = [Topic.OfConditionNamed("knee pain"), Topic.OfConditionNamed("stroke")], Frequency = AlertFrequency.Daily });

        Assert.Equal(
            ["trial:NCT00000001 Weekly", "condition:knee-pain Daily", "condition:stroke Daily"],
            (await TestPerson.SubscriptionsOf(site, person)).Select(row => $"{row.Topic} {row.Frequency}"));
    }

    [Fact]
    public async Task Nobody_follows_more_topics_than_the_most()
    {
        await using var site = await TestSite.Open();
        var most = site.Get<AlertOptions>().MostTopics;
        Topic[] topics = [.. Enumerable.Range(1, most + 2).Select(i => Topic.OfConditionNamed($"condition {i}"))];
        var token = await TestPerson.SignUp(site, Request with { Topics = topics });

        var found = await Confirm(site, token);

        Assert.Equal(topics.Take(most), found!.Followed);
    }

    [Fact]
    public async Task Who_stopped_all_can_start_again_and_the_old_link_does_not_do_it()
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);
        await Confirm(site, token);
        await StopAll(site);

        var pressedAgain = await Confirm(site, token);
        Assert.Equal((ConfirmationState.Confirmed, 0), (pressedAgain!.State, pressedAgain.Followed.Count));

        site.Time.Advance(TimeSpan.FromHours(1));
        var person = await TestPerson.Confirm(site, Request);
        Assert.Equal((SubscriberState.Active, null), (person.State, person.StoppedAt));
        Assert.Equal(2, (await TestPerson.SubscriptionsOf(site, person)).Count(row => row.IsActive));
    }

    [Fact]
    public async Task Not_me_stops_further_mails_for_seven_days()
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);

        Assert.Equal(ConfirmationState.Disowned, (await Disown(site, token))!.State);
        Assert.Equal(ConfirmationState.Disowned, (await Confirm(site, token))!.State);

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Subscribers"));
        var suppression = await site.Read(db => db.Suppressions.SingleAsync());
        Assert.Equal((SuppressionReason.Disowned, site.Time.GetUtcNow().AddDays(7)), (suppression.Reason, suppression.Until));
        site.Time.Advance(TimeSpan.FromDays(6));
        await site.Get<SignUps>().Receive(Request, default);
        Assert.Equal(0, await site.Get<SignUpIntake>().AnswerNew(default));
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.Get<SignUps>().Receive(Request, default);
        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(365)]
    public async Task Not_me_never_shortens_a_longer_suppression(int? days)
    {
        await using var site = await TestSite.Open();
        var token = await TestPerson.SignUp(site, Request);
        var hash = site.Get<AddressProtection>().HashOf(Request.Address);
        DateTimeOffset? until = days is { } count ? site.Time.GetUtcNow().AddDays(count) : null;
        await site.Get<TrialWriter>().Write(WriteLane.People, db => db.Add(Suppression.Of(hash, SuppressionReason.HardBounce, until)).Context.SaveChangesAsync(), default);

        await Disown(site, token);

        var suppression = await site.Read(db => db.Suppressions.SingleAsync());
        Assert.Equal((SuppressionReason.HardBounce, until), (suppression.Reason, suppression.Until));
    }

    [Fact]
    public async Task Not_me_after_confirming_stops_all_that_the_person_follows()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request with { Topics = [Topic.OfConditionNamed("stroke")] });
        site.Time.Advance(TimeSpan.FromHours(1));
        var token = await TestPerson.SignUp(site, Request);
        await Confirm(site, token);

        await Disown(site, token);

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Subscriptions WHERE EndedAt IS NULL"));
        Assert.Equal("Stopped", await site.Scalar("SELECT State FROM Subscribers"));
        Assert.Equal("Withdrawn", await site.Scalar("SELECT Act FROM Consents ORDER BY Id DESC LIMIT 1"));
    }

    [Fact]
    public async Task Who_confirms_another_sign_up_is_not_held_back_by_an_earlier_not_me()
    {
        await using var site = await TestSite.Open();
        var strangers = await TestPerson.SignUp(site, Request);
        site.Time.Advance(TimeSpan.FromMinutes(10));
        var own = await TestPerson.SignUp(site, Request);
        await Disown(site, strangers);

        await Confirm(site, own);

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Suppressions"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_leads_nowhere(string token)
    {
        await using var site = await TestSite.Open();
        await TestPerson.SignUp(site, Request);

        Assert.Null(await Find(site, token));
        Assert.Null(await Confirm(site, token));
        Assert.Null(await Disown(site, token));
    }

    private static Task<FoundSignUp?> Find(TestSite site, string token) => TestPerson.Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Find(token, default));

    private static Task<FoundSignUp?> Confirm(TestSite site, string token) => TestPerson.Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Confirm(token, default));

    private static Task<FoundSignUp?> Disown(TestSite site, string token) => TestPerson.Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Disown(token, default));

    private static Task<FoundStop?> StopAll(TestSite site) =>
        TestPerson.Do<StopLinks, FoundStop?>(site, stops => stops.StopEverything(site.Get<LinkTokens>().StopTokenOf(new(1, 1)), default));
}
