namespace TrialSite.Web.Tests.Pages;

public sealed class GoneTrialTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_trial_without_its_seed_says_so_before_its_page_and_leaves_the_lists()
    {
        await site.Reseed();
        File.Delete(Path.Combine(site.SeedsFolder, "NCT06904755.txt"));
        await site.Reseed();
        var page = await site.Page("/trials/NCT06904755");
        Assert.StartsWith("No longer listed here", page.QuerySelector("aside.gone")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("main aside.gone"));
        Assert.Equal("Stem cell blood filter tested for liver failure", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("This place was looking for people when we last looked. Check before you rely on it.", PageText.Lines(page.QuerySelector("main")!));
        Assert.Empty(page.QuerySelectorAll(".tag.open"));
        Assert.DoesNotContain("NCT06904755", (await site.Page("/trials")).QuerySelector("[aria-labelledby=list]")!.TextContent);
    }
}
