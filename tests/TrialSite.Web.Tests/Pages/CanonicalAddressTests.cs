using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class CanonicalAddressTests(CatalogueFixture site)
{
    [Theory]
    [InlineData("/trials?page=1", "/trials")]
    [InlineData("/trials?page=02", "/trials?page=2")]
    [InlineData("/trials?page=2&utm_source=x", "/trials?page=2")]
    [InlineData("/trials?PAGE=2", "/trials?page=2")]
    [InlineData("/trials?page=", "/trials")]
    [InlineData("/trials/", "/trials")]
    [InlineData("/Trials", "/trials")]
    [InlineData("/TRIALS/NCT06904755", "/trials/NCT06904755")]
    [InlineData("/?x=1", "/")]
    [InlineData("/conditions/stroke?page=1", "/conditions/stroke")]
    [InlineData("/conditions/Acute-Liver-Failure", "/conditions/acute-liver-failure")]
    [InlineData("/conditions/acute%20liver%20failure", "/conditions/acute-liver-failure")]
    [InlineData("/conditions/stroke?page=2", "/conditions/stroke")]
    [InlineData("/conditions/ALF", "/conditions/acute-liver-failure")]
    [InlineData("/conditions/liver-failure-acute", "/conditions/acute-liver-failure")]
    [InlineData("/conditions/hepatic-failures", "/conditions/liver-failure")]
    [InlineData("/conditions/brain-attack", "/conditions/stroke")]
    [InlineData("/Follow/Check-Your-Email", "/follow/check-your-email")]
    [InlineData("/Terms", "/terms")]
    public async Task Another_spelling_leads_to_the_one_address(string spelling, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(spelling);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(address, response.Headers.Location!.OriginalString);
        await site.Page(address, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/conditions/None-Of-Ours")]
    [InlineData("/conditions/%20")]
    public async Task Another_spelling_of_nothing_is_not_found(string address) => await site.Page(address, HttpStatusCode.NotFound);
}
