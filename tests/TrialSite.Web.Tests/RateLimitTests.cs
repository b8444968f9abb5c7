using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests;

public sealed class RateLimitTests(RateLimitTests.BusySite site) : IClassFixture<RateLimitTests.BusySite>
{
    [Fact]
    public async Task Too_many_pages_are_answered_with_a_page_that_says_when_to_come_back()
    {
        using var visitor = site.Visitor();
        using var limited = await AskUntilLimited(() => visitor.GetAsync("/trials?q=asthma"));
        Assert.NotNull(limited.Headers.RetryAfter?.Delta);
        var page = await SiteFixture.Read(limited);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task A_kept_page_costs_less_than_its_refusal_and_has_no_limit()
    {
        await using var fresh = new BusySite();
        using var visitor = fresh.Visitor();
        (await visitor.GetAsync("/safety")).Dispose();
        using var limited = await AskUntilLimited(() => visitor.GetAsync("/trials?q=asthma"));
        using var kept = await visitor.GetAsync("/safety");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task Too_many_sign_ups_are_refused_before_anything_is_stored()
    {
        using var visitor = site.Visitor();
        using var limited = await AskUntilLimited(() => visitor.PostAsync("/follow", new FormUrlEncodedContent([])));
        Assert.NotNull(limited.Headers.RetryAfter?.Delta);
        var words = (await SiteFixture.Read(limited)).QuerySelector("main .lead")!.TextContent;
        Assert.Contains("Your answers were not saved.", words);
        Assert.Contains("go back in your browser to find them", words);
    }

    [Fact]
    public async Task Asking_for_a_link_counts_as_signing_up()
    {
        await using var fresh = new BusySite();
        using var visitor = fresh.Visitor();
        using var limited = await AskUntilLimited(() => visitor.PostAsync("/follow/manage", new FormUrlEncodedContent([])));
        Assert.NotNull(limited.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("/follow/confirm/made-up")]
    [InlineData("/follow/not-me/made-up")]
    [InlineData("/follow/manage/made-up")]
    public async Task Links_cannot_be_guessed_by_trying(string address)
    {
        await using var fresh = new BusySite();
        using var visitor = fresh.Visitor();
        using var limited = await AskUntilLimited(() => visitor.PostAsync(address, new FormUrlEncodedContent([])));
        Assert.NotNull(limited.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_mail_provider_stops_mails_for_many_people_at_once()
    {
        await using var usual = new UsualSite();
        using var provider = usual.Visitor();
        for (var i = 0; i < 100; i++)
        {
            using var stopped = await provider.PostAsync(Links.Stop(usual.StopToken(i)), new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
            Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        }
    }

    [Fact]
    public async Task Health_is_never_limited()
    {
        using var visitor = site.Visitor();
        for (var i = 0; i < 20; i++)
            Assert.Equal("Healthy", await visitor.GetStringAsync("/health/ready"));
    }

    private static async Task<HttpResponseMessage> AskUntilLimited(Func<Task<HttpResponseMessage>> ask)
    {
        for (var i = 0; i < 20; i++)
        {
            var response = await ask();
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                return response;
            response.Dispose();
        }
        throw new InvalidOperationException("The limit was never reached.");
    }

    public sealed class BusySite : SiteFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:PagesAtOnce", "5");
            builder.UseSetting("Limits:PagesPerMinute", "60");
            builder.UseSetting("Limits:FollowPerMinute", "3");
            builder.UseSetting("Limits:ConfirmPerMinute", "4");
        }
    }

    /// <summary>With the limits that a site has unless it is told otherwise.</summary>
    private sealed class UsualSite : SiteFixture
    {
        public string StopToken(int subscriptionId) => Services.GetRequiredService<LinkTokens>().StopTokenOf(new(subscriptionId, subscriptionId));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:PagesAtOnce", "100");
            builder.UseSetting("Limits:FollowPerMinute", "5");
            builder.UseSetting("Limits:ConfirmPerMinute", "30");
        }
    }
}
