using System.Net;
using AngleSharp.Dom;

namespace TrialSite.Web.Tests.Pages;

public sealed class HistoryPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Address = "/trials/NCT06904755/history";

    [Fact]
    public async Task A_reseed_is_told_in_sentences_with_marked_words_above_the_first_listing()
    {
        await using var own = new SiteFixture();
        await own.Reseed();
        own.Time.Advance(TimeSpan.FromDays(3));
        await Edit(own, text => text.Replace("Ten participants", "Twelve participants").Replace("RECRUITING", "ACTIVE_NOT_RECRUITING"));

        var page = await own.Page(Address);

        Assert.Equal("What changed: Stem cell blood filter tested for liver failure - NCT06904755 - Curemydisease.com", page.Title);
        Assert.Equal("http://localhost:5080" + Address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [
                "What changed",
                "Stem cell blood filter tested for liver failure",
                "2 updates, newest first",
                "Feed of changes",
                "Jul 4, 2026",
                "The summary changed.",
                "… blood purification device is safe and can help adults with liver failure. removed: Ten added: Twelve participants will receive the treatment alongside standard care. Researchers will track survival …",
                "A place in Guangzhou, China, stopped looking for people.",
                "Zhujiang hospital",
                "removed: Recruiting added: Active, not recruiting",
                "Jun 27, 2026",
                "This trial was listed here for the first time.",
            ],
            PageText.Lines(page.QuerySelector("main")!));
        Assert.Equal(["removed: Ten", "removed: Recruiting"], page.QuerySelectorAll("del").Select(words => words.TextContent));
        Assert.Equal(["added: Twelve", "added: Active, not recruiting"], page.QuerySelectorAll("ins").Select(words => words.TextContent));
    }

    [Fact]
    public async Task A_benefit_stands_beside_its_risk_and_the_note_below_them()
    {
        await using var own = new SiteFixture();
        await own.Reseed();
        await Edit(own, text => text.Replace("If it works, this could point", "It could point"));

        var page = await own.Page(Address);

        var benefit = page.QuerySelector(".card.hope")!;
        Assert.Equal("removed: If it works, this added: It", string.Join(' ', benefit.QuerySelectorAll("del, ins").Select(words => words.TextContent)));
        Assert.StartsWith("What could go wrong", benefit.NextElementSibling!.TextContent.Trim());
        Assert.Contains("the main goal is safety, not a cure", benefit.NextElementSibling.TextContent);
        Assert.Contains("Our plain-language read of the trial. This is informational only — not medical advice or a prediction.", PageText.Lines(page.QuerySelector("main")!));
    }

    [Fact]
    public async Task Twenty_changes_stand_on_a_page()
    {
        await using var own = new SiteFixture();
        await own.Reseed();
        for (var edition = 2; edition <= 45; edition++)
            await Edit(own, text => $"Edition {edition}" + text[text.IndexOf('\n')..]);

        var first = await own.Page(Address);
        var last = await own.Page($"{Address}?page=3");

        Assert.Equal(20, Headings(first).Count);
        Assert.Equal("removed: 44 added: 45", string.Join(' ', first.QuerySelectorAll("main li")[0].QuerySelectorAll("del, ins").Select(words => words.TextContent)));
        Assert.Equal($"{Address}?page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(5, Headings(last).Count);
        Assert.Equal("This trial was listed here for the first time.", last.QuerySelectorAll("main li .name")[^1].TextContent);
        Assert.Equal("What changed: Edition 45 - NCT06904755 - page 3 of 3 - Curemydisease.com", last.Title);
        Assert.EndsWith($"{Address}?page=3", last.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(own, $"{Address}?page=4"));
    }

    [Fact]
    public async Task A_trial_that_leaves_and_returns_says_so()
    {
        await using var own = new SiteFixture();
        await own.Reseed();
        var file = Path.Combine(own.SeedsFolder, "NCT06904755.txt");
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);
        await own.Reseed();
        await own.Reseed(("NCT06904755.txt", text));

        Assert.Equal(
            ["This trial is listed here again.", "This trial is no longer listed here.", "This trial was listed here for the first time."],
            (await own.Page(Address)).QuerySelectorAll("main li .name").Select(sentence => sentence.TextContent));
    }

    [Fact]
    public async Task Hostile_words_are_words_and_contact_details_are_hidden()
    {
        await using var own = new SiteFixture();
        await own.Reseed();
        await Edit(own, text => text
            .Replace("Ten participants", "<script>alert(1)</script> <b>write</b> to j\\.roe\\@clinic.example or 0800 555 0199, [x](javascript:alert(1))")
            .Replace("Zhujiang hospital", "\"><img src=x onerror=alert(1)> 0800 555 0199"));

        var page = await own.Page(Address);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), main b, main img, main a[href^=javascript]"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("main")!.TextContent);
        Assert.Contains("(e-mail address hidden)", page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("clinic.example", page.DocumentElement.OuterHtml);
        Assert.DoesNotContain("555 0199", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task The_page_may_be_kept_for_a_minute_like_every_page()
    {
        using var visitor = site.Visitor();
        using var history = await visitor.GetAsync(Address);
        using var trial = await visitor.GetAsync("/trials/NCT06904755");

        Assert.Equal(trial.Headers.CacheControl, history.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/trials/nct06904755/history", Address)]
    [InlineData("/trials/NCT-0690-4755/history?page=2", Address + "?page=2")]
    [InlineData(Address + "/", Address)]
    [InlineData(Address + "?from=mail", Address)]
    public async Task Another_spelling_leads_to_the_one_address(string spelling, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(spelling);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(address, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/trials/NCT99999999/history")]
    [InlineData("/trials/liver/history")]
    [InlineData(Address + "?page=0")]
    [InlineData(Address + "?page=2")]
    [InlineData(Address + "?page=x")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusOf(site, address));

    [Fact]
    public async Task The_trial_and_its_history_lead_to_each_other()
    {
        var trial = await site.Page("/trials/NCT06904755");
        var history = await site.Page(Address);

        Assert.Equal("What changed, and when", Assert.Single(trial.QuerySelectorAll($"a[href='{Address}']")).TextContent);
        Assert.NotNull(history.QuerySelector("main a[href='/trials/NCT06904755']"));
        Assert.NotNull(history.QuerySelector(".crumbs a[href='/trials/NCT06904755']"));
    }

    private static List<string> Headings(IDocument page) => [.. page.QuerySelectorAll("main h2").Select(heading => heading.TextContent)];

    private static async Task<HttpStatusCode> StatusOf(SiteFixture site, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        return response.StatusCode;
    }

    private static async Task Edit(SiteFixture site, Func<string, string> edit)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(site.SeedsFolder, "NCT06904755.txt"));
        await site.Reseed(("NCT06904755.txt", edit(text)));
    }
}
