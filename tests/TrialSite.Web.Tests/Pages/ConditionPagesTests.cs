using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class ConditionPagesTests(CatalogueFixture site)
{
    [Fact]
    public async Task All_conditions_stand_under_their_letters()
    {
        var page = await site.Page("/conditions");
        Assert.Equal(["A", "H", "L", "S", "Other"], page.QuerySelectorAll(".part h2").Select(letter => letter.TextContent));
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
    public async Task Each_trial_of_the_list_says_whether_it_looks_for_people_as_everywhere()
    {
        var list = (await site.Page("/conditions/acute-liver-failure")).QuerySelector("#trials ~ .list")!;
        Assert.Contains("Recruiting The trial is looking for people now.", PageText.Lines(list));
        Assert.Equal("Recruiting", list.QuerySelector(".tag.open")!.TextContent);
    }

    [Fact]
    public async Task A_long_list_goes_on_behind_its_last_trial_and_each_trial_stands_once()
    {
        var first = await site.Page("/conditions/stroke");
        var next = await site.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, Hits(first).Length);
        Assert.Equal(6, Hits(next).Length);
        Assert.Empty(Hits(first).Intersect(Hits(next)));
        Assert.Null(next.QuerySelector("a[rel=next]"));
        Assert.NotNull(next.QuerySelector("main a[href='/conditions/stroke']"));
        Assert.Equal("noindex", next.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_condition_says_what_else_it_is_called_and_how_many_trials_have_which_status()
    {
        var page = await site.Page("/conditions/stroke");

        Assert.Contains("brain attack", page.QuerySelector(".hero .note")!.TextContent);
        Assert.Equal("26 trials, newest first", page.QuerySelector(".hero .facts")!.TextContent);
        var statuses = page.QuerySelectorAll("#statuses + ul li");
        Assert.Equal(26, statuses.Sum(status => int.Parse(status.QuerySelector(".facts")!.TextContent.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Contains("/trials?condition=stroke&status=not-stated", statuses.Select(status => status.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_condition_leads_to_its_kinds_and_to_what_it_is_a_kind_of()
    {
        var page = await site.Page("/conditions/liver-failure");

        Assert.Equal(["/conditions/acute-liver-failure", "/conditions/liver-disease"], page.QuerySelectorAll("#related ~ ul a").Select(link => link.GetAttribute("href")));
        Assert.Contains(Hits(await site.Page("/conditions/liver-disease")), address => address == "/trials/NCT06904755");
    }

    [Fact]
    public async Task A_condition_without_trials_is_not_found_and_can_be_followed_all_the_same()
    {
        var page = await site.Page("/conditions/gout", HttpStatusCode.NotFound);

        Assert.Equal("No trials for gout yet", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("condition:gout", page.QuerySelector("form input[name=about]")!.GetAttribute("value"));
        Assert.Equal("condition:gout", Assert.Single(page.QuerySelectorAll("form input[name=topics]")).GetAttribute("value"));
    }

    [Fact]
    public async Task A_condition_that_nobody_knows_is_not_found_with_a_way_to_look_further()
    {
        var page = await site.Page("/conditions/strokke", HttpStatusCode.NotFound);

        Assert.Equal("We do not know this condition", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("/conditions/stroke", page.QuerySelectorAll("#near + ul a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("form[action='/conditions'] input[name=q]"));
        Assert.Null(page.QuerySelector("input[name=about]"));
    }

    [Theory]
    [InlineData("/conditions?q=ALF", "/conditions/acute-liver-failure")]
    [InlineData("/conditions?q=Brain+attack", "/conditions/stroke")]
    [InlineData("/conditions?q=myocardial+infarction", "/conditions/heart-attack")]
    public async Task What_a_person_calls_a_condition_leads_to_its_page(string address, string page)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, page), (response.StatusCode, response.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_answered_with_near_names() =>
        Assert.Contains("/conditions/stroke", (await site.Page("/conditions?q=strokke")).QuerySelectorAll("#near + ul a").Select(link => link.GetAttribute("href")));

    [Fact]
    public async Task One_letter_can_be_looked_at_alone()
    {
        var page = await site.Page("/conditions?letter=S");

        Assert.Equal(["S"], page.QuerySelectorAll(".part h2").Select(letter => letter.TextContent));
        Assert.Contains("stroke 26 trials", PageText.Lines(page.QuerySelector("main")!));
        Assert.Equal(27, page.QuerySelectorAll(".letters a").Length);
    }

    [Theory]
    [InlineData("/conditions/none")]
    [InlineData("/conditions/stroke?after=nonsense")]
    [InlineData("/conditions/stroke?after=20000101-00000001")]
    [InlineData("/conditions?letter=Z")]
    [InlineData("/conditions?letter=nonsense")]
    [InlineData("/conditions?letter=S&after=No+Slug")]
    public async Task What_is_not_here_is_not_found(string address) => await site.Page(address, HttpStatusCode.NotFound);

    private static string?[] Hits(IDocument page) => [.. page.QuerySelectorAll("#trials ~ .list h3 a").Select(link => link.GetAttribute("href"))];
}
