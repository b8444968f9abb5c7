using System.Net;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class ContentPageTests(CatalogueFixture site)
{
    [Theory]
    [InlineData("/terms", "Terms of use")]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/safety", "Stay safe")]
    [InlineData("/about", "About")]
    public async Task A_text_of_the_content_folder_is_a_page_with_the_name_of_the_site(string address, string title)
    {
        var page = await site.Page(address);
        Assert.Equal($"{title} - Curemydisease.com", page.Title);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("{site}", page.Body!.TextContent);
        Assert.Equal(page.QuerySelector("main p")!.TextContent, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_privacy_page_says_who_what_why_how_long_and_which_rights()
    {
        var page = await site.Page("/privacy");
        Assert.Equal(
            ["Who is responsible", "When you read", "When you sign up", "What happens next", "How long we keep it", "Your rights", "Links to other sites"],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        var lines = PageText.Lines(page.QuerySelector("main")!);
        Assert.Contains("The people who run Curemydisease.com are responsible for what is kept here.", lines);
        Assert.Contains("erase everything about you", lines);
        Assert.NotNull(page.QuerySelector($"main a[href='{Links.Manage}']"));
    }

    [Fact]
    public async Task The_privacy_page_promises_what_the_settings_keep()
    {
        var kept = new AlertOptions();
        var lines = PageText.Lines((await site.Page("/privacy")).QuerySelector("main")!);
        foreach (var promise in new[]
        {
            $"{kept.KeepUnconfirmedDays} days: a sign-up that you do not confirm.",
            $"{kept.KeepSentDays} days: a sign-up that you confirm, with its page and the coded form of your internet address.",
            $"What you stopped is erased after {kept.KeepEndedDays} days.",
            $"your address is erased after {kept.KeepEndedDays} days too.",
            $"{kept.KeepSentDays} days: that we sent you an email.",
            $"{kept.KeepFailedDays} days: that an email could not be sent.",
            $"{kept.KeepConsentYears} years after you took it back: that you agreed, and that you took it back.",
            $"{kept.SuppressMonths} months: that there is no such address, as the mail server told us,",
        })
            Assert.Contains(lines, line => line.Contains(promise, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_shows_the_rules_of_the_safety_page()
    {
        var rules = (await site.Page("/safety")).QuerySelector(".prose ul")!.TextContent;
        Assert.Equal(rules, (await site.Page("/trials/NCT06904755")).QuerySelector("form details ul")!.TextContent);
    }

    [Fact]
    public async Task Another_name_is_not_found() => await site.Page("/imprint", HttpStatusCode.NotFound);
}
