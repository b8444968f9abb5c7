namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class HomePageTests(CatalogueFixture site)
{
    [Fact]
    public async Task Newest_and_recently_changed_trials_are_listed_with_the_number_of_all()
    {
        var page = await site.Page("/");
        Assert.Equal("Clinical trials in plain words - Curemydisease.com", page.Title);
        Assert.Equal(5, page.QuerySelectorAll("[aria-labelledby=newest] li").Length);
        Assert.Equal(5, page.QuerySelectorAll("[aria-labelledby=changed] li").Length);
        Assert.Equal("See all 29 trials", page.QuerySelector("[aria-labelledby=newest] p > a")!.TextContent);
    }

    [Fact]
    public async Task One_trial_is_counted_as_well()
    {
        await using var small = new SiteFixture();
        var link = (await small.Page("/")).QuerySelector("[aria-labelledby=newest] p > a")!;
        Assert.Equal("See the list of 1 trial", link.TextContent);
        Assert.Equal("/trials", link.GetAttribute("href"));
    }

    [Fact]
    public async Task It_says_how_many_trials_there_are_and_how_fresh_the_records_are()
    {
        await using var small = new RegistryFixture();
        await small.Keep(RegistryFixture.Study("NCT09000010", record => record));

        Assert.Contains("2 trials. Our copy of the registry's records last changed on Jul 1, 2026.", PageText.Lines((await small.Page("/")).QuerySelector(".hero")!));
    }

    [Fact]
    public async Task Without_a_record_it_names_no_day() =>
        Assert.DoesNotContain("last changed on", (await site.Page("/")).QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
}
