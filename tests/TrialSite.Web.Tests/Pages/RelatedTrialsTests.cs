using AngleSharp.Dom;
using TrialSite.Registry;

namespace TrialSite.Web.Tests.Pages;

/// <summary>Below a trial: other open ones for the same condition, nearest in kind first; it is Jul 1, 2026.</summary>
public sealed class RelatedTrialsTests(RegistryFixture site) : IClassFixture<RegistryFixture>
{
    private const string Own = "NCT09100000";

    [Fact]
    public async Task Open_trials_for_the_same_condition_are_listed_nearest_in_kind_first()
    {
        await site.Keep(
            Trial(Own, "gout", phase: "PHASE2"),
            Trial("NCT09100001", "gout", phase: "PHASE3"),
            Trial("NCT09100002", "gout", phase: "PHASE2"),
            Trial("NCT09100003", "gout", status: "COMPLETED"),
            Trial("NCT09100004", "gout", confirmed: "2025-01"),
            Trial("NCT09100005", "asthma", phase: "PHASE2"));

        var page = await site.Page($"/trials/{Own}");
        Assert.Equal(["/trials/NCT09100002", "/trials/NCT09100001"], Related(page));
        Assert.Equal("Related trials", page.QuerySelector("a[href='#related']")!.TextContent);
        Assert.Equal("Related trials", page.QuerySelector("aside h2#related")!.TextContent);
        Assert.Contains("Recruiting The trial is looking for people now.", PageText.Lines(page.QuerySelector("[aria-labelledby=related]")!));
    }

    [Fact]
    public async Task The_list_of_parts_names_every_part_of_the_page_in_its_order()
    {
        await site.Keep(Trial("NCT09100030", "croup"), Trial("NCT09100031", "croup"));

        var page = await site.Page("/trials/NCT09100030");
        Assert.Equal(
            page.QuerySelectorAll(".part h2:not(#disclaimer)").Select(heading => ($"#{heading.Id}", heading.TextContent)),
            page.QuerySelectorAll(".contents a").Select(link => (link.GetAttribute("href")!, link.TextContent)));
    }

    [Fact]
    public async Task There_are_five_at_most()
    {
        await site.Keep(Enumerable.Range(0, 8).Select(i => Trial($"NCT0920000{i}", "psoriasis")));
        Assert.Equal(5, Related(await site.Page("/trials/NCT09200000")).Count);
    }

    [Fact]
    public async Task Without_any_the_part_is_left_out()
    {
        await site.Keep(Trial("NCT09300000", "vitiligo"));
        var page = await site.Page("/trials/NCT09300000");
        Assert.Null(page.QuerySelector("#related"));
        Assert.Null(page.QuerySelector("a[href='#related']"));
    }

    private static List<string?> Related(IDocument page) => [.. page.QuerySelectorAll("[aria-labelledby=related] h3 a").Select(link => link.GetAttribute("href"))];

    private static RegistryRecord Trial(string nctId, string condition, string phase = "PHASE1", string status = "RECRUITING", string confirmed = "2026-05") =>
        RegistryFixture.Study(nctId, record => record with
        {
            Title = $"Trial {nctId}",
            Conditions = [condition],
            MeshConditions = [],
            MeshAncestors = [],
            PhaseWords = [phase],
            StatusWord = status,
            LastKnownStatusWord = null,
            StatusVerified = PartialDate.TryParse(confirmed, out var date) ? date : null,
        });
}
