using System.Net;
using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests.Pages;

public sealed class ConfirmPageTests(PeopleFixture site) : IClassFixture<PeopleFixture>
{
    [Fact]
    public async Task The_page_shows_what_was_asked_for_and_one_button()
    {
        var page = await site.Page(Links.Confirm(await site.SignUp(site.NewAddress(), AlertFrequency.Daily)));
        Assert.Equal("Confirm your sign-up", page.QuerySelector("h1")!.TextContent);
        var title = (await site.Page("/trials/NCT06904755")).QuerySelector("h1")!.TextContent;
        PageText.AssertInOrder(page, $"Changes to the trial “{title}” (NCT06904755)", "New trials for acute liver failure", "How often: At most once a day");
        Assert.Equal("Yes, write to me", Assert.Single(page.QuerySelectorAll("main button")).TextContent);
        Assert.Empty(page.QuerySelectorAll("main input"));
    }

    [Fact]
    public async Task Pressing_the_button_twice_shows_success_twice()
    {
        var token = await site.SignUp(site.NewAddress());
        for (var i = 0; i < 2; i++)
        {
            using var response = await site.Post(Links.Confirm(token));
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            Assert.Equal(Links.Confirm(token), response.Headers.Location!.OriginalString);
            var page = await site.Page(Links.Confirm(token));
            Assert.Equal("Your sign-up is confirmed", page.QuerySelector("h1")!.TextContent);
            PageText.AssertInOrder(page, "We will write to you about:", "Changes to the trial “" + (await site.Page("/trials/NCT06904755")).QuerySelector("h1")!.TextContent + "” (NCT06904755)", "New trials for acute liver failure");
        }
        Assert.Equal(1, await site.Read(db => db.SignUps.CountAsync(row => row.TokenHash == LinkTokens.HashOf(token) && row.State == SignUpState.Confirmed)));
    }

    [Fact]
    public async Task Ten_presses_at_once_make_one_person()
    {
        var token = await site.SignUp(site.NewAddress());
        var before = await site.Read(db => db.Subscribers.CountAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.Post(Links.Confirm(token))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(before + 1, await site.Read(db => db.Subscribers.CountAsync()));
    }

    [Fact]
    public async Task A_confirmed_link_says_when_the_topics_were_stopped_since()
    {
        var address = site.NewAddress();
        var token = await site.SignUp(address);
        using var confirmed = await site.Post(Links.Confirm(token));
        var subscription = await site.Read(db => db.Subscriptions.OrderBy(row => row.Id).LastAsync());
        using var stopped = await site.Post(Links.Stop(site.StopToken(subscription)), ("act", "everything"));
        var lines = PageText.Lines((await site.Page(Links.Confirm(token))).QuerySelector("main")!);
        Assert.DoesNotContain("We will write to you about:", lines);
        Assert.Contains("You do not get updates about:", lines);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_ended_says_what_to_do_next(string method)
    {
        var token = await site.SignUp(site.NewAddress());
        site.Time.Advance(TimeSpan.FromDays(7));
        await AssertDead(method, Links.Confirm(token), "If you still want updates, open the trial or the condition and sign up again.");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_was_made_up_says_what_to_do_next(string method) =>
        await AssertDead(method, Links.Confirm("made-up"), "If the email is newer, please copy the whole link from it: it may have been cut off.");

    [Fact]
    public async Task Not_me_is_a_page_with_a_button_too_and_shows_nothing_of_what_a_stranger_ticked()
    {
        var token = await site.SignUp(site.NewAddress());
        var asked = await site.Page(Links.NotMe(token));
        Assert.Equal("Was this not you?", asked.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("liver", asked.QuerySelector("main")!.TextContent);
        for (var i = 0; i < 2; i++)
        {
            using var response = await site.Post(asked.QuerySelector("main form")!.GetAttribute("action")!);
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            Assert.Equal("Thank you. We will not write to you", (await site.Page(Links.NotMe(token))).QuerySelector("h1")!.TextContent);
        }
        using var confirm = await site.Post(Links.Confirm(token));
        Assert.Equal("You said that this was not you", (await site.Page(Links.Confirm(token))).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Not_me_by_an_unknown_link_is_told_that_nothing_need_be_done(string method) =>
        await AssertDead(method, Links.NotMe("made-up"), "You need not do anything: without your confirmation nobody gets updates from us.");

    private async Task AssertDead(string method, string address, string words)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), address);
        using var response = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(words, PageText.Lines((await SiteFixture.Read(response)).QuerySelector("main")!));
    }
}
