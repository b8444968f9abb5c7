using System.Net;
using TrialSite.Web.Pages.Trials;
using ZXing.Common;
using ZXing.QrCode.Internal;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class DoctorSheetTests(CatalogueFixture site)
{
    private const string Address = "http://localhost:5080/trials/NCT06904755";

    [Fact]
    public async Task Paper_says_where_it_comes_from_and_of_what_day_it_is()
    {
        var sheet = (await site.Page("/trials/NCT06904755")).QuerySelector(".sheet.paper")!;
        Assert.Equal([Address, "This is what the page said on Jul 1, 2026. Addresses that begin with / are on http://localhost:5080"], sheet.QuerySelectorAll("p").Select(line => line.TextContent));
        Assert.Equal("img", sheet.QuerySelector("svg")!.GetAttribute("role"));
        Assert.Equal(QrPicture.Of(Address.ToUpperInvariant()).Data, sheet.QuerySelector("path")!.GetAttribute("d"));
    }

    [Fact]
    public async Task The_capitals_of_the_code_lead_to_the_page()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(new Uri(Address.ToUpperInvariant()).AbsolutePath);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/trials/NCT06904755", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public void A_folder_before_our_addresses_keeps_its_spelling() =>
        Assert.Equal(QrPicture.Of("https://example.org/Care/TRIALS/NCT06904755").Data, DoctorSheet.Of("https://example.org/Care", "/trials/NCT06904755", default).Code.Data);

    [Theory]
    [InlineData("HTTP://LOCALHOST:5080/TRIALS/NCT06904755")]
    [InlineData("https://example.org/Care/TRIALS/NCT06904755")]
    [InlineData("HTTPS://TRIALS.A-HOSPITAL-WITH-A-LONG-NAME.EXAMPLE.ORG/TRIALS/NCT06904755")]
    public void A_camera_reads_the_address_from_the_picture(string address)
    {
        const int blank = 4;
        var picture = QrPicture.Of(address);
        var seen = new BitMatrix(picture.Size - 2 * blank);
        var (endX, endY) = (-blank, -blank);
        foreach (var run in picture.Data.Split('m', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = run.Split(' ', 'h').Select(int.Parse).ToArray();
            var (start, y) = (endX + numbers[0], endY + numbers[1]);
            (endX, endY) = (start + numbers[2], y);
            seen.setRegion(start, y, numbers[2], 1);
        }
        Assert.Equal(address, new Decoder().decode(seen, null).Text);
    }
}
