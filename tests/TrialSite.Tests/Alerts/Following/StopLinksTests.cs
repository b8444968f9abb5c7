using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

public sealed class StopLinksTests
{
    private static readonly SignUpRequest Request = TestSignUp.Of("reader@example.org") with { Frequency = AlertFrequency.AtOnce };

    [Fact]
    public async Task One_topic_ends_and_the_others_go_on()
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);

        var found = await Do(site, (stops, token) => stops.StopTopic(token, default));

        Assert.Equal(new FoundStop(Request.Topics[0], IsActive: false, Others: 1), found);
        Assert.Equal([SubscriptionEnd.Stopped, null], (await TestPerson.SubscriptionsOf(site, person)).Select(row => row.EndedBecause));
        Assert.Equal("Active", await site.Scalar("SELECT State FROM Subscribers"));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM Consents"));
    }

    [Fact]
    public async Task The_last_topic_s_end_stops_the_person_and_withdraws_the_consent_once()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        await Do(site, (stops, token) => stops.StopTopic(token, default));

        await Do(site, (stops, _) => stops.StopTopic(site.Get<LinkTokens>().StopTokenOf(new(1, 2)), default));
        await Do(site, (stops, _) => stops.StopTopic(site.Get<LinkTokens>().StopTokenOf(new(1, 2)), default));

        Assert.Equal("Stopped | 1", await site.Scalar("SELECT State, StoppedAt IS NOT NULL FROM Subscribers"));
        Assert.Equal("Given,Withdrawn | consent-1", await site.Scalar("SELECT GROUP_CONCAT(Act), MAX(Version) FROM (SELECT * FROM Consents ORDER BY Id)"));
    }

    [Fact]
    public async Task Everything_ends_by_the_link_of_any_topic_also_one_that_was_stopped_before()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        await Do(site, (stops, token) => stops.StopTopic(token, default));

        Assert.Equal(new FoundStop(Request.Topics[0], IsActive: false, Others: 0), await Do(site, (stops, token) => stops.StopEverything(token, default)));

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Subscriptions WHERE EndedAt IS NULL"));
    }

    [Fact]
    public async Task Weekly_instead_counts_for_all_topics()
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);

        await Do(site, (stops, token) => stops.WriteWeekly(token, default));

        Assert.All(await TestPerson.SubscriptionsOf(site, person), row => Assert.Equal((AlertFrequency.Weekly, true), (row.Frequency, row.IsActive)));
    }

    [Fact]
    public async Task A_link_of_two_years_ago_works_also_after_the_person_was_erased()
    {
        await using var site = await TestSite.Open();
        var person = await TestPerson.Confirm(site, Request);
        var token = site.Get<LinkTokens>().StopTokenOf((await TestPerson.SubscriptionsOf(site, person))[0].StopTarget);
        site.Time.Advance(TimeSpan.FromDays(731));

        Assert.Equal(1, (await TestPerson.Do<StopLinks, FoundStop?>(site, stops => stops.StopTopic(token, default)))!.Others);
        Assert.True(await site.Get<People>().Erase(Request.Address, default));
        Assert.Equal(FoundStop.Forgotten, await TestPerson.Do<StopLinks, FoundStop?>(site, stops => stops.StopEverything(token, default)));
        Assert.Equal(FoundStop.Forgotten, await TestPerson.Do<StopLinks, FoundStop?>(site, stops => stops.Find(token, default)));
    }

    [Fact]
    public async Task The_next_person_s_mails_are_not_stopped_by_the_link_of_one_who_was_erased()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        await site.Get<People>().Erase(Request.Address, default);
        var next = await TestPerson.Confirm(site, TestSignUp.Of("next@example.org"));

        await Do(site, (stops, token) => stops.StopEverything(token, default));

        Assert.All(await TestPerson.SubscriptionsOf(site, next), row => Assert.True(row.IsActive));
    }

    [Fact]
    public async Task Everything_ends_also_by_the_link_of_a_topic_that_is_erased()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        await Do(site, (stops, token) => stops.StopTopic(token, default));
        await site.Get<TrialWriter>().Write(WriteLane.People, db => db.Subscriptions.Where(row => row.Id == 1).ExecuteDeleteAsync(), default);

        Assert.Equal(new FoundStop(null, IsActive: false, Others: 1), await Do(site, (stops, token) => stops.Find(token, default)));
        Assert.Equal(FoundStop.Forgotten, await Do(site, (stops, token) => stops.StopEverything(token, default)));

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM Subscriptions WHERE EndedAt IS NULL"));
    }

    [Fact]
    public async Task A_link_with_one_character_changed_is_none_of_ours()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, Request);
        var token = site.Get<LinkTokens>().StopTokenOf(new(1, 1));
        var changed = token[..10] + (token[10] == 'A' ? 'B' : 'A') + token[11..];

        Assert.Null(await TestPerson.Do<StopLinks, FoundStop?>(site, stops => stops.StopEverything(changed, default)));
        Assert.Equal("2", await site.Scalar("SELECT COUNT(*) FROM Subscriptions WHERE EndedAt IS NULL"));
    }

    /// <summary>With the link of the first subscription.</summary>
    private static Task<FoundStop?> Do(TestSite site, Func<StopLinks, string, Task<FoundStop?>> act) =>
        TestPerson.Do<StopLinks, FoundStop?>(site, stops => act(stops, site.Get<LinkTokens>().StopTokenOf(new(1, 1))));
}
