using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests.Pages;

public sealed class StopPageTests(PeopleFixture site) : IClassFixture<PeopleFixture>
{
    private static readonly (string, string) OneClick = ("List-Unsubscribe", "One-Click");

    [Fact]
    public async Task The_page_names_the_topic_and_offers_less_or_nothing_without_a_login()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        var page = await site.Page(Links.Stop(site.StopToken(subscriptions[1])));
        PageText.AssertInOrder(page, "New trials for acute liver failure", "You follow 1 more topic.");
        Assert.Equal(["topic", "everything", "weekly", "manage"], page.QuerySelectorAll("main button").Select(button => button.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("main input"));
    }

    [Fact]
    public async Task One_topic_stops_and_the_page_says_so()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        var page = await Pressed(subscriptions[0], "topic");
        Assert.Equal("We stopped this", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("You follow 1 other topic.", PageText.Lines(page.QuerySelector("main")!));
        Assert.Equal([false, true], await ActiveAmong(subscriptions));
    }

    [Fact]
    public async Task Who_stopped_everything_is_not_shown_one_topic_as_if_only_that_had_stopped()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        Assert.DoesNotContain("liver", (await Pressed(subscriptions[0], "everything")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Weekly_instead_is_taken()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        Assert.Equal("We write less often now", (await Pressed(subscriptions[0], "weekly")).QuerySelector("h1")!.TextContent);
        Assert.Equal(2, await site.Read(db => db.Subscriptions.CountAsync(row => row.SubscriberId == subscriptions[0].SubscriberId && row.Frequency == AlertFrequency.Weekly)));
    }

    [Fact]
    public async Task A_link_to_manage_is_mailed_without_typing_the_address()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        site.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("Look in your email for our link", (await Pressed(subscriptions[0], "manage")).QuerySelector("h1")!.TextContent);
        await site.Answer();
        Assert.Equal(1, await site.Read(db => db.OutboxEmails.CountAsync(mail => mail.Kind == OutboxEmailKind.ManageLink && mail.SubscriberId == subscriptions[0].SubscriberId)));
    }

    [Fact]
    public async Task A_mail_provider_stops_everything_with_one_post_and_may_repeat_it()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        for (var i = 0; i < 2; i++)
        {
            using var response = await site.Post(Links.Stop(site.StopToken(subscriptions[0])), OneClick);
            AssertPlainOk(response);
            Assert.Equal([false, false], await ActiveAmong(subscriptions));
        }
    }

    [Fact]
    public async Task A_post_in_several_parts_or_without_any_words_counts_too()
    {
        var parts = await site.Confirmed(site.NewAddress());
        using var form = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        var wordless = await site.Confirmed(site.NewAddress());
        using var nothing = new ByteArrayContent([]);
        using var provider = site.Visitor();
        using var first = await provider.PostAsync(Links.Stop(site.StopToken(parts[0])), form);
        using var second = await provider.PostAsync(Links.Stop(site.StopToken(wordless[0])), nothing);
        AssertPlainOk(first);
        AssertPlainOk(second);
        Assert.Equal([false, false], await ActiveAmong(parts));
        Assert.Equal([false, false], await ActiveAmong(wordless));
    }

    [Theory]
    [InlineData("Origin", "https://mail.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task It_does_not_matter_where_the_post_comes_from(string header, string value)
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        using var provider = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, Links.Stop(site.StopToken(subscriptions[0]))) { Content = new FormUrlEncodedContent([KeyValuePair.Create(OneClick.Item1, OneClick.Item2)]) };
        request.Headers.Add(header, value);
        using var response = await provider.SendAsync(request);
        AssertPlainOk(response);
        Assert.Equal([false, false], await ActiveAmong(subscriptions));
    }

    [Fact]
    public async Task A_link_of_two_years_ago_works_also_after_the_person_was_erased()
    {
        var address = site.NewAddress();
        var subscriptions = await site.Confirmed(address);
        var token = site.StopToken(subscriptions[0]);
        site.Time.Advance(TimeSpan.FromDays(731));
        using (var old = await site.Post(Links.Stop(token), OneClick))
            AssertPlainOk(old);
        Assert.Equal([false, false], await ActiveAmong(subscriptions));
        await site.Services.GetRequiredService<People>().Erase(PeopleFixture.Parsed(address), CancellationToken.None);
        for (var i = 0; i < 2; i++)
        {
            using var erased = await site.Post(Links.Stop(token), OneClick);
            AssertPlainOk(erased);
        }
        using var visitor = site.Visitor();
        using var page = await visitor.GetAsync(Links.Stop(token));
        AssertPlainOk(page);
        Assert.Equal("You do not get these updates", (await SiteFixture.Read(page)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_link_that_is_none_of_ours_is_not_found()
    {
        using var response = await site.Post(Links.Stop("made-up"), OneClick);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("We do not know this link", (await SiteFixture.Read(response)).QuerySelector("h1")!.TextContent);
    }

    private async Task<AngleSharp.Dom.IDocument> Pressed(Subscription subscription, string button)
    {
        using var response = await site.Post(Links.Stop(site.StopToken(subscription)), ("act", button));
        AssertPlainOk(response);
        return await SiteFixture.Read(response);
    }

    private async Task<IReadOnlyList<bool>> ActiveAmong(IReadOnlyList<Subscription> subscriptions)
    {
        var ids = subscriptions.Select(row => row.Id).ToList();
        return await site.Read(db => db.Subscriptions.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).Select(row => row.EndedAt == null).ToListAsync());
    }

    private static void AssertPlainOk(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(new CacheControlHeaderValue { NoStore = true }, response.Headers.CacheControl);
    }
}
