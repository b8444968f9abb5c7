using System.Net;
using TrialSite.Seeds;

namespace TrialSite.Web.Tests.Pages;

public sealed class GoneTrialTests(SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await site.Reseed(("NCT05000009.txt", "Stays\n\nNCT ID NCT05000009\n\nSummary\n\nText.\n\nConditions\n\nstroke"));
        File.Delete(Path.Combine(site.SeedsFolder, "NCT06904755.txt"));
        await site.Reseed();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_trial_without_its_seed_says_so_before_its_page_and_leaves_the_lists()
    {
        var page = await site.Page("/trials/NCT06904755");
        Assert.StartsWith("No longer listed here", page.QuerySelector("aside.gone")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("main aside.gone"));
        Assert.Equal("Stem cell blood filter tested for liver failure", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("NCT06904755", (await site.Page("/trials")).QuerySelector("[aria-labelledby=list]")!.TextContent);
    }

    [Fact]
    public async Task The_status_of_its_places_is_told_as_past()
    {
        var page = await site.Page("/trials/NCT06904755");
        PageText.AssertInOrder(
            page,
            "This place was last known as:",
            "Recruiting",
            "This place was looking for people when we last looked. Check before you rely on it.");
        Assert.Empty(page.QuerySelectorAll("main .tag"));
        Assert.Equal(SeedParser.Parse(File.ReadAllText(Repository.UserSeed)).Document! with { LastUpdated = new(2026, 7, 1) }, PageText.ReadBack(page));
    }

    [Fact]
    public async Task Its_form_offers_what_can_still_happen()
    {
        var page = await site.Page("/trials/NCT06904755");
        Assert.Contains("Sign up to get updates when this study is listed here again or when new studies for acute liver failure are added.", PageText.Lines(page.QuerySelector("main")!));
        Assert.Equal(
            ["this trial is listed here again", "new trials for acute liver failure are added", "new trials for liver failure are added"],
            page.QuerySelectorAll("[name=topics] + label").Select(label => label.TextContent));
        Assert.Equal(["condition:acute-liver-failure"], page.QuerySelectorAll("[name=topics][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Its_condition_has_a_page_without_trials_and_leaves_the_list_of_conditions()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/conditions/acute-liver-failure");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await SiteFixture.Read(response);
        Assert.Contains("No trial for this condition is listed here now. You can ask us to tell you when one is.", PageText.Lines(page.QuerySelector("main")!));
        Assert.Equal("condition:acute-liver-failure", page.QuerySelector("form [name=topics][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("acute liver failure", (await site.Page("/conditions")).QuerySelector("main")!.TextContent);
    }
}
