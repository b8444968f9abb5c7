using System.Net;
using System.Xml.Linq;
using TrialSite.Web.Tests.Kept;

namespace TrialSite.Web.Tests.Feeds;

/// <summary>The sitemap and the small files beside it.</summary>
public sealed class SitemapTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string SiteBase = "http://localhost:5080";

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_sitemap_leads_to_every_page_and_each_address_in_it_is_one()
    {
        using var visitor = site.Visitor();
        var files = Entries(await visitor.GetStringAsync("/sitemap.xml"), "sitemapindex", "sitemap");
        var addresses = new List<string>();
        foreach (var (file, _) in files)
            addresses.AddRange(Entries(await visitor.GetStringAsync(file), "urlset", "url").Select(entry => entry.Address));

        Assert.Equal(["/sitemaps/pages.xml", "/sitemaps/conditions-0.xml", "/sitemaps/trials-138.xml", "/sitemaps/trials-180.xml"], files.Select(file => file.Address));
        Assert.Empty(new[] { "/", "/trials", "/conditions", "/about", "/glossary", "/trials/NCT06904755", "/trials/NCT09000001", "/conditions/acute-liver-failure" }.Except(addresses));
        foreach (var address in addresses)
        {
            using var page = await visitor.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.StatusCode));
        }
    }

    [Fact]
    public async Task The_days_are_those_on_which_a_trial_changed()
    {
        using var visitor = site.Visitor();
        var files = Entries(await visitor.GetStringAsync("/sitemap.xml"), "sitemapindex", "sitemap");

        Assert.Equal([("/trials/NCT06904755", "2026-06-27")], Entries(await visitor.GetStringAsync("/sitemaps/trials-138.xml"), "urlset", "url"));
        Assert.Equal([("/trials/NCT09000001", "2026-07-01")], Entries(await visitor.GetStringAsync("/sitemaps/trials-180.xml"), "urlset", "url"));
        Assert.Contains(("/sitemaps/trials-138.xml", "2026-06-27"), files);
        Assert.Contains(("/conditions/acute-liver-failure", "2026-07-01"), Entries(await visitor.GetStringAsync("/sitemaps/conditions-0.xml"), "urlset", "url"));
        Assert.All(Entries(await visitor.GetStringAsync("/sitemaps/pages.xml"), "urlset", "url"), page => Assert.Null(page.LastChanged));
    }

    [Theory]
    [InlineData("/sitemaps/trials-7.xml")]
    [InlineData("/sitemaps/trials-99999999.xml")]
    [InlineData("/sitemaps/conditions-3.xml")]
    [InlineData("/sitemaps/others.xml")]
    [InlineData("/.well-known/security.txt")]
    public async Task A_file_with_nothing_in_it_does_not_exist(string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Robots_may_read_all_but_what_belongs_to_one_person()
    {
        using var visitor = site.Visitor();

        Assert.Equal($"User-agent: *\nAllow: /\nDisallow: /follow\n\nSitemap: {SiteBase}/sitemap.xml\n", await visitor.GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task A_security_fault_can_be_told_where_the_settings_say()
    {
        await using var told = new SiteBeside(site, ("Site:SecurityContact", "mailto:security@example.org"));
        using var visitor = told.Visitor();

        Assert.Equal(
            $"Contact: mailto:security@example.org\nExpires: 2026-12-28T00:00:00Z\nPreferred-Languages: en\nCanonical: {SiteBase}/.well-known/security.txt\n",
            await visitor.GetStringAsync("/.well-known/security.txt"));
    }

    private static List<(string Address, string? LastChanged)> Entries(string xml, string list, string item)
    {
        var root = XDocument.Parse(xml).Root!;
        Assert.Equal(Sitemap + list, root.Name);
        var entries = root.Elements(Sitemap + item).ToList();
        Assert.InRange(entries.Count, 1, 50_000);
        Assert.All(entries, entry => Assert.StartsWith($"{SiteBase}/", entry.Element(Sitemap + "loc")!.Value, StringComparison.Ordinal));
        return [.. entries.Select(entry => (entry.Element(Sitemap + "loc")!.Value[SiteBase.Length..], entry.Element(Sitemap + "lastmod")?.Value))];
    }
}
