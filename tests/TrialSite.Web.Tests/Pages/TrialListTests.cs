using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class TrialListTests(CatalogueFixture site)
{
    [Fact]
    public async Task Twenty_trials_stand_on_a_page_and_the_next_one_is_a_link()
    {
        var page = await site.Page("/trials");
        Assert.Equal("Trials - Curemydisease.com", page.Title);
        Assert.Equal(20, page.QuerySelectorAll(".list > li").Length);
        Assert.Equal("/trials?page=2", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task The_title_of_a_later_page_tells_its_number()
    {
        var page = await site.Page("/trials?page=2");
        Assert.Equal("Trials - page 2 of 2 - Curemydisease.com", page.Title);
        Assert.Equal("/trials", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.EndsWith("/trials?page=2", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("2147483647")]
    [InlineData("x")]
    public async Task A_page_that_does_not_exist_is_not_found(string number) => await site.Page($"/trials?page={number}", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_id_in_the_search_box_leads_to_its_trial()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/trials?q=nct%200690%204755");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/trials/NCT06904755", response.Headers.Location!.OriginalString);
    }
}
