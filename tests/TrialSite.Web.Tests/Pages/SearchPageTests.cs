using System.Net;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class SearchPageTests(CatalogueFixture site)
{
    [Fact]
    public async Task Words_find_trials_and_the_page_says_what_was_searched()
    {
        var page = await site.Page("/trials?q=liver%20failure");
        Assert.Equal("Trials for “liver failure”", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Trials for “liver failure” - ", page.Title, StringComparison.Ordinal);
        Assert.Contains("/trials/NCT06904755", page.QuerySelectorAll(".list h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("liver failure", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_of_all_may_be_found_by_search_engines() => Assert.Null((await site.Page("/trials")).QuerySelector("meta[name=robots]"));

    [Fact]
    public async Task What_was_typed_is_text_on_the_page()
    {
        var page = await site.Page("/trials?q=%3Cb%3Eliver");
        Assert.Equal("Trials for “<b>liver”", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main b"));
    }

    [Fact]
    public async Task A_filter_without_a_choice_has_no_heading_either() => Assert.Equal(
        ["Who can take part", "What there is to read"],
        (await site.Page("/trials?q=zzyzx&healthy=yes")).QuerySelectorAll(".filters legend").Select(legend => legend.TextContent));

    [Fact]
    public async Task Where_nothing_was_found_and_nothing_chosen_there_is_nothing_to_filter()
    {
        var page = await site.Page("/trials?q=zzyzx");
        Assert.Empty(page.QuerySelectorAll(".filters, .sift, .past"));
        Assert.NotNull(page.QuerySelector("#list"));
    }

    [Fact]
    public async Task Filters_are_a_plain_form_with_counts_and_chosen_ones_can_be_removed()
    {
        var page = await site.Page("/trials?status=recruiting&country=china");
        Assert.Equal("/trials", page.QuerySelector("form#search")!.GetAttribute("action"));
        Assert.All(page.QuerySelectorAll(".filters input, .filters select, .filters button"), control => Assert.Equal("search", control.GetAttribute("form")));
        Assert.Matches(@"^Recruiting \([0-9]+\)$", page.QuerySelector("label[for=status-recruiting]")!.TextContent.Trim());
        Assert.True(page.QuerySelector("#status-recruiting")!.HasAttribute("checked"));
        Assert.Equal(["/trials?country=china", "/trials?status=recruiting"], page.QuerySelectorAll("[aria-label='Chosen filters'] a").Select(link => link.GetAttribute("href")));
        var count = page.QuerySelectorAll(".list > li").Length;
        Assert.Equal(count == 1 ? "1 trial" : $"{count} trials", page.QuerySelector("#list")!.TextContent);
    }

    [Theory]
    [InlineData("/trials?status=recruiting&status=completed", "/trials?status=completed&status=recruiting")]
    [InlineData("/trials?status=nonsense&q=%20liver%20", "/trials?q=liver")]
    [InlineData("/trials?near=Berlin&within=50", "/trials?near=Berlin")]
    public async Task Another_spelling_of_a_search_leads_to_its_one_address(string spelling, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(spelling);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(address, response.Headers.Location!.OriginalString);
        await site.Page(address, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_mistyped_word_is_offered_as_it_is_spelled_and_not_changed()
    {
        var page = await site.Page("/trials?q=livr%20failure");
        Assert.Equal("Trials for “livr failure”", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/trials?q=liver%20failure", page.QuerySelector(".hero [role=status] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_found_comes_with_advice()
    {
        var page = await site.Page("/trials?q=zzzzzz");
        Assert.Equal("No trials", page.QuerySelector("#list")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=list] ul li"));
    }

    [Fact]
    public async Task An_unknown_place_is_said_to_be_unknown()
    {
        var page = await site.Page("/trials?near=Nowherecity");
        Assert.Contains("We know no place of that name", page.QuerySelector(".hero [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_person_is_stays_in_no_cache()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/trials?near=Berlin");
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Suggestions_are_names_that_begin_with_what_is_typed()
    {
        using var visitor = site.Visitor();
        var names = await visitor.GetStringAsync("/suggestions?q=acute%20li");
        Assert.Contains("acute liver failure", names, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("[]", await visitor.GetStringAsync("/suggestions?q=a"));
        Assert.Equal("[]", await visitor.GetStringAsync("/suggestions"));
    }

    [Fact]
    public async Task The_script_is_at_most_two_kilobytes()
    {
        using var visitor = site.Visitor();
        var page = await site.Page("/trials");
        var script = await visitor.GetByteArrayAsync(page.QuerySelector("script[src*=search]")!.GetAttribute("src"));
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(script);
        Assert.InRange(packed.Length, 100, 2048);
    }
}
