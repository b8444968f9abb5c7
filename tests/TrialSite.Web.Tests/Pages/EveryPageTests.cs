using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class EveryPageTests(CatalogueFixture site)
{
    [Fact]
    public async Task Every_link_of_the_site_leads_to_a_page_with_a_title_of_its_own_and_one_heading()
    {
        var titles = new Dictionary<string, string>();
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var address))
        {
            if (titles.ContainsKey(address))
                continue;
            var page = await site.Page(address);
            titles[address] = page.Title!;
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([type='application/ld+json'], [src^='/'])"));
            Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]"));
            Assert.Empty(page.QuerySelectorAll("img, picture, canvas, video, audio, iframe, svg text"));
            // The search box brings a script of its own.
            Assert.Equal(page.QuerySelector("[data-suggestions]") is null ? 1 : 2, page.QuerySelectorAll("script[src]").Length);
            // Without script nothing that needs it is in sight.
            Assert.All(page.QuerySelectorAll("[data-nicety]"), nicety => Assert.True(nicety.HasAttribute("hidden"), nicety.OuterHtml));
            Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
            foreach (var link in page.QuerySelectorAll("a[href^='/']:not([type='application/atom+xml'])"))
                ahead.Enqueue(link.GetAttribute("href")!);
        }
        // A search has the title of what is searched for, whatever its filters.
        var named = titles.Where(page => !page.Key.StartsWith($"{Links.Trials}?", StringComparison.Ordinal)).Select(page => page.Value).ToList();
        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.Subset(titles.Keys.ToHashSet(), new HashSet<string>([Links.Trials, Links.Conditions, Links.Terms, Links.Privacy, Links.Safety, Links.About]));
    }

    [Fact]
    public async Task Everything_that_a_page_loads_is_our_own_and_there()
    {
        var page = await site.Page("/");
        using var visitor = site.Visitor();
        foreach (var address in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img, script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            Assert.StartsWith("/", address);
            using var response = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
