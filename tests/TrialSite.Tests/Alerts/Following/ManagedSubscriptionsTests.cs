using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

public sealed class ManagedSubscriptionsTests
{
    private static readonly SignUpRequest Request = TestSignUp.Of("reader@example.org");

    [Fact]
    public async Task Each_topic_has_a_frequency_of_its_own_and_can_end()
    {
        await using var site = await TestSite.Open();
        var (person, token) = await Managing(site);

        Assert.True(await Do(site, managed => managed.ChangeFrequency(token, 1, AlertFrequency.AtOnce, default)));
        Assert.True(await Do(site, managed => managed.End(token, 2, default)));

        var subscriptions = await TestPerson.SubscriptionsOf(site, person);
        Assert.Equal([(AlertFrequency.AtOnce, null), (AlertFrequency.Weekly, SubscriptionEnd.Unticked)], subscriptions.Select(row => (row.Frequency, row.EndedBecause)));
        var found = await TestPerson.Do<ManagedSubscriptions, ManagedPerson?>(site, managed => managed.Find(token, default));
        Assert.Equal([1], found!.Active.Select(row => row.Id));
    }

    [Fact]
    public async Task Another_person_s_topics_are_out_of_reach()
    {
        await using var site = await TestSite.Open();
        var other = await TestPerson.Confirm(site, TestSignUp.Of("other@example.org"));
        var (_, token) = await Managing(site);

        await Do(site, managed => managed.End(token, 1, default));
        await Do(site, managed => managed.ChangeFrequency(token, 2, AlertFrequency.AtOnce, default));

        Assert.All(await TestPerson.SubscriptionsOf(site, other), row => Assert.Equal((true, AlertFrequency.Weekly), (row.IsActive, row.Frequency)));
    }

    [Fact]
    public async Task A_pause_lasts_until_the_person_goes_on()
    {
        await using var site = await TestSite.Open();
        var (_, token) = await Managing(site);

        await Do(site, managed => managed.Pause(token, default));
        Assert.Equal("Paused", await site.Scalar("SELECT State FROM Subscribers"));
        await Do(site, managed => managed.Resume(token, default));
        Assert.Equal("Active", await site.Scalar("SELECT State FROM Subscribers"));
    }

    [Fact]
    public async Task Who_ends_all_sees_an_empty_list_and_nothing_begins_again_by_itself()
    {
        await using var site = await TestSite.Open();
        var (_, token) = await Managing(site);

        await Do(site, managed => managed.EndAll(token, default));
        await Do(site, managed => managed.Resume(token, default));

        Assert.Equal("Stopped", await site.Scalar("SELECT State FROM Subscribers"));
        Assert.Empty((await TestPerson.Do<ManagedSubscriptions, ManagedPerson?>(site, managed => managed.Find(token, default)))!.Active);
        Assert.Equal("Given,Withdrawn", await site.Scalar("SELECT GROUP_CONCAT(Act) FROM (SELECT * FROM Consents ORDER BY Id)"));
    }

    [Fact]
    public async Task The_link_lives_for_thirty_minutes()
    {
        await using var site = await TestSite.Open();
        var (_, token) = await Managing(site);

        site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await Do(site, managed => managed.Pause(token, default)));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await Do(site, managed => managed.Resume(token, default)));
        Assert.False(await Do(site, managed => managed.Erase(token, default)));
        Assert.Null(await TestPerson.Do<ManagedSubscriptions, PersonExport?>(site, managed => managed.Export(token, default)));
    }

    [Fact]
    public async Task Erasing_ends_the_link_and_leaves_the_consent_as_a_hash()
    {
        await using var site = await TestSite.Open();
        var (person, token) = await Managing(site);

        Assert.True(await Do(site, managed => managed.Erase(token, default)));

        Assert.Null(await TestPerson.Do<ManagedSubscriptions, ManagedPerson?>(site, managed => managed.Find(token, default)));
        Assert.Equal("0", await site.Scalar("SELECT (SELECT COUNT(*) FROM Subscribers) + (SELECT COUNT(*) FROM Subscriptions) + (SELECT COUNT(*) FROM SignUps) + (SELECT COUNT(*) FROM ManageLinks) + (SELECT COUNT(*) FROM OutboxEmails)"));
        Assert.Equal($"2 | {person.AddressHash}", await site.Scalar("SELECT COUNT(*), MAX(AddressHash) FROM Consents"));
    }

    [Fact]
    public async Task A_stop_link_also_gets_a_link_to_manage_without_typing_the_address()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        site.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.True(await site.Get<ManageLinks>().AskByStopLink(site.Get<LinkTokens>().StopTokenOf(new(1, 1)), "192.0.2.7", default));
        Assert.True(await site.Get<ManageLinks>().AskByStopLink(site.Get<LinkTokens>().StopTokenOf(new(99, 99)), "192.0.2.7", default));
        Assert.False(await site.Get<ManageLinks>().AskByStopLink("made-up", "192.0.2.7", default));

        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    [Fact]
    public async Task Who_disowned_a_stranger_s_sign_up_keeps_what_they_follow_and_can_manage_it()
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);
        site.Time.Advance(TimeSpan.FromMinutes(10));
        var strangers = await TestPerson.SignUp(site, Request with { Topics = [Topic.OfConditionNamed("stroke")] });
        await TestPerson.Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Disown(strangers, default));
        site.Time.Advance(TimeSpan.FromMinutes(10));

        var token = await TestPerson.AskToManage(site, "reader@example.org");

        Assert.True(await Do(site, managed => managed.Pause(token, default)));
        Assert.All(await TestPerson.SubscriptionsOf(site, person), row => Assert.True(row.IsActive));
    }

    [Theory]
    [InlineData(SuppressionReason.HardBounce)]
    [InlineData(SuppressionReason.Complaint)]
    public async Task Where_no_mail_may_go_no_link_to_manage_goes(SuppressionReason reason)
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);
        await site.Get<TrialWriter>().Write(WriteLane.People, db => db.Add(Suppression.Of(person.AddressHash, reason, until: null)).Context.SaveChangesAsync(), default);
        site.Time.Advance(TimeSpan.FromMinutes(10));

        await site.Get<ManageLinks>().Ask(Request.Address, "192.0.2.7", default);

        Assert.Equal(0, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    private static async Task<(Subscriber Person, string Token)> Managing(TestSite site)
    {
        var person = await TestPerson.Confirm(site, Request);
        site.Time.Advance(TimeSpan.FromMinutes(10));
        return (person, await TestPerson.AskToManage(site, "reader@example.org"));
    }

    private static Task<bool> Do(TestSite site, Func<ManagedSubscriptions, Task<bool>> act) => TestPerson.Do(site, act);
}
