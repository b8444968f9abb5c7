using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using TrialSite.Registry;

namespace TrialSite.Web.Tests.Pages;

/// <summary>The map beside a trial's places; it is Jul 1, 2026.</summary>
public sealed class PlaceMapTests(RegistryFixture site) : IClassFixture<RegistryFixture>
{
    private const string Id = "NCT09000040";

    [Fact]
    public async Task An_editors_place_lies_in_its_town_on_the_map_of_its_country()
    {
        var page = await site.Page("/trials/NCT06904755");
        var map = page.QuerySelector("[aria-labelledby=contacts] .map svg")!;
        Assert.Equal("img", map.GetAttribute("role"));
        Assert.Equal("Map: 1 place, looking for people now", map.GetAttribute("aria-label"));
        Assert.Equal("On the map: a dot is a town with a place that is looking for people now. Marks show the town, not the hospital.", page.QuerySelector("figcaption")!.TextContent);
        Assert.NotEmpty(map.QuerySelector(".home")!.GetAttribute("d")!);
    }

    [Fact]
    public async Task Open_and_other_towns_differ_by_their_shape()
    {
        var map = await MapOf(Place("Oslo", "Norway", 59.91, 10.75, "RECRUITING"), Place("Bergen", "Norway", 60.39, 5.32, "COMPLETED"), Place("Malmö", "Sweden", 55.6, 13.0, "COMPLETED"));
        Assert.Equal("Map: 3 places in 2 countries, 1 of them looking for people now", map!.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Single(map.QuerySelector("path.open")!.GetAttribute("d")!.Split("h0", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, map.QuerySelector("path.other.square")!.GetAttribute("d")!.Split("h0", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("A square is a town with none.", map.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_nobody_can_find_is_told_and_not_guessed()
    {
        var map = await MapOf(Place("Oslo", "Norway", 59.91, 10.75, null), Place("Nowhere at all", "Norway", null, null, null));
        Assert.EndsWith("1 place is not on it.", map!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null(await MapOf(Place("Nowhere at all", "Norway", null, null, null)));
        Assert.Null(await MapOf());
    }

    [Fact]
    public async Task A_map_of_300_places_weighs_less_than_8_kilobytes()
    {
        var map = await MapOf([.. Enumerable.Range(0, 300).Select(i => Place($"Town {i}", $"Country {i % 26}", i * 37 % 110 - 50, i * 53 % 360 - 180, i % 3 == 0 ? "COMPLETED" : "RECRUITING"))]);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(map!.OuterHtml));
        Assert.InRange(packed.Length, 1000, 8192);
    }

    [Fact]
    public async Task Of_many_places_few_are_printed_and_the_page_says_so()
    {
        await Keep([.. Enumerable.Range(0, 60).Select(i => Place($"Town {i}", i < 40 ? "Norway" : "Spain", null, null, "RECRUITING"))]);
        var page = await site.Page($"/trials/{Id}");
        Assert.Equal(20, page.QuerySelectorAll("[aria-labelledby=contacts] .list > li:not(.screen):has(.name):has(.status)").Length);
        Assert.Contains(page.QuerySelectorAll(".paper"), note => note.TextContent == "Paper is short: at most 20 places are printed. The page lists all 60 places.");
    }

    private static RegistryLocation Place(string city, string country, double? latitude, double? longitude, string? status) =>
        new($"Hospital of {city}", status, city, null, null, country, GeoPoint.From(latitude, longitude), []);

    private async Task<IElement?> MapOf(params RegistryLocation[] places)
    {
        await Keep(places);
        return (await site.Page($"/trials/{Id}")).QuerySelector(".map");
    }

    private async Task Keep(RegistryLocation[] places) => await site.Keep(RegistryFixture.Study(Id, record => record with
    {
        StatusWord = "RECRUITING",
        StatusVerified = PartialDate.OfDay(new DateOnly(2026, 6, 1)),
        Locations = places,
    }));
}
