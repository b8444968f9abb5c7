using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class ConditionPagesTests(CatalogueFixture site)
{
    [Fact]
    public async Task All_conditions_stand_under_their_letters()
    {
        var page = await site.Page("/conditions");
        Assert.Equal(["A", "L", "S", "Other"], page.QuerySelectorAll(".part h2").Select(letter => letter.TextContent));
        Assert.Contains("stroke 26 trials", PageText.Lines(page.QuerySelector("main")!));
        Assert.All(page.QuerySelectorAll(".letters a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task A_condition_lists_its_trials_and_offers_to_tell_of_new_ones()
    {
        var page = await site.Page("/conditions/acute-liver-failure");
        Assert.Equal("Clinical trials for acute liver failure - Curemydisease.com", page.Title);
        Assert.Contains(page.QuerySelectorAll(".list a"), link => link.GetAttribute("href") == "/trials/NCT06904755");
        Assert.Equal("condition:acute-liver-failure", page.QuerySelector("form input[name=about]")!.GetAttribute("value"));
        Assert.True(Assert.Single(page.QuerySelectorAll("form input[name=topics]")).HasAttribute("checked"));
    }

    [Fact]
    public async Task A_long_list_has_pages() => Assert.Equal(
        "/conditions/stroke?page=2",
        (await site.Page("/conditions/stroke")).QuerySelector("a[rel=next]")!.GetAttribute("href"));

    [Theory]
    [InlineData("/conditions/none")]
    [InlineData("/conditions/stroke?page=9")]
    public async Task What_is_not_here_is_not_found(string address) => await site.Page(address, HttpStatusCode.NotFound);
}
