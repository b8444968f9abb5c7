using TrialSite.Trials;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class GlossaryPageTests(CatalogueFixture site)
{
    [Fact]
    public async Task Every_word_is_explained_at_an_address_of_its_own()
    {
        var page = await site.Page("/glossary");
        foreach (var entry in Glossary.All)
        {
            var shown = page.QuerySelector($"main dl > div[id='{entry.Id}']")!;
            Assert.StartsWith(entry.Term, shown.QuerySelector("dt")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(entry.Meaning, shown.QuerySelector("dd")!.TextContent);
        }
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_word_that_another_names_is_a_link_to_it()
    {
        var page = await site.Page("/glossary");
        Assert.All(Glossary.All.Where(entry => entry.See is not null), entry =>
            Assert.Equal($"“{entry.See}”", page.QuerySelector($"main dl > div[id='{entry.Id}'] a[href='#{Slug.From(entry.See!)}']")!.TextContent));
        Assert.Equal("expanded-access", Glossary.All.Single(entry => entry.Term == "Expanded access").Id);
    }

    [Fact]
    public async Task Its_parts_are_linked_from_its_top()
    {
        var page = await site.Page("/glossary");
        Assert.All(page.QuerySelectorAll(".hero a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(page.QuerySelectorAll("main h2").Length, page.QuerySelectorAll(".hero a").Length);
    }
}
