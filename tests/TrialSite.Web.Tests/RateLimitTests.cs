using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace TrialSite.Web.Tests;

public sealed class RateLimitTests(RateLimitTests.BusySite site) : IClassFixture<RateLimitTests.BusySite>
{
    [Fact]
    public async Task Too_many_pages_are_answered_with_a_page_that_says_when_to_come_back()
    {
        using var visitor = site.Visitor();
        using var limited = await AskUntilLimited(() => visitor.GetAsync("/about"));
        Assert.NotNull(limited.Headers.RetryAfter?.Delta);
        var page = await SiteFixture.Read(limited);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent));
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
        }
    }
}
