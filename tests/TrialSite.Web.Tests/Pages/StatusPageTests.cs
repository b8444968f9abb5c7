using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class StatusPageTests(CatalogueFixture site)
{
    [Fact]
    public async Task A_missing_page_offers_a_way_on_and_names_no_code()
    {
        var page = await site.Page("/nowhere", HttpStatusCode.NotFound);
        Assert.Equal("We cannot find this page - Curemydisease.com", page.Title);
        Assert.NotNull(page.QuerySelector("form[role=search] input[name=q]"));
        Assert.DoesNotContain("404", page.Body!.TextContent);
    }

    [Theory]
    [InlineData("/status/200")]
    [InlineData("/status/500")]
    public async Task The_page_for_faults_is_itself_not_found(string address) => await site.Page(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Who_opens_the_address_of_the_form_is_led_to_the_pages_that_hold_one()
    {
        var page = await site.Page("/follow", HttpStatusCode.MethodNotAllowed);
        Assert.Contains("open the trial or the condition again", page.QuerySelector("main .lead")!.TextContent);
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
        Assert.Subset(page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToHashSet(), new HashSet<string?>([Links.Home, Links.Trials, Links.Conditions]));
    }

    [Theory]
    [InlineData("POST", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/terms", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/follow", HttpStatusCode.MethodNotAllowed)]
    public async Task A_fault_is_a_page_for_every_method(string method, string address, HttpStatusCode expected)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), address);
        using var response = await visitor.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.NotNull((await SiteFixture.Read(response)).QuerySelector("main h1"));
    }
}
