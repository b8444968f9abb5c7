using System.Net;

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
        Assert.Contains("We cannot send e-mails yet. Once we can, we will ask you to confirm. Before you confirm, nothing else is sent.", lines);
        Assert.Contains("to erase it, also today", lines);
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
