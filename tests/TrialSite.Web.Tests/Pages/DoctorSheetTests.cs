using System.Net;
using QRCoder;
using TrialSite.Web.Pages.Trials;

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

    [Fact]
    public void The_picture_has_every_dark_square_of_the_code_and_no_other()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var picture = QrPicture.Of(Address);
        var (endX, endY) = (0, 0);
        var dark = picture.Data.Split('m', StringSplitOptions.RemoveEmptyEntries).SelectMany(run =>
        {
            var numbers = run.Split(' ', 'h').Select(int.Parse).ToArray();
            var (start, y) = (endX + numbers[0], endY + numbers[1]);
            (endX, endY) = (start + numbers[2], y);
            return Enumerable.Range(start, numbers[2]).Select(x => (X: x, Y: y));
        }).ToList();
        Assert.Equal(code.ModuleMatrix.Count, picture.Size);
        Assert.Equal(dark.Count, dark.Distinct().Count());
        Assert.Equal(
            from y in Enumerable.Range(0, picture.Size) from x in Enumerable.Range(0, picture.Size) where code.ModuleMatrix[y][x] select (x, y),
            dark);
    }
}
