using System.Text;
using System.Text.RegularExpressions;
using TrialSite.Web.Tests;
using Xunit.Abstractions;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed partial class PrintTests(BrowserSite site, ITestOutputHelper output)
{
    [BrowserFact]
    public async Task The_users_trial_takes_at_most_two_sheets_and_its_headings_are_tagged()
    {
        var page = await site.NewPage();
        await PageKinds.Trial.Open(site, page);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", Tagged = true, Margin = new() { Top = "12mm", Bottom = "12mm", Left = "12mm", Right = "12mm" } }));
        await page.Context.CloseAsync();
        output.WriteLine($"{Sheet().Count(pdf)} sheets");
        Assert.InRange(Sheet().Count(pdf), 1, 2);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/S /H1", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", pdf, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_was_folded_away_is_open_on_paper()
    {
        var page = await site.NewPage();
        await PageKinds.Trial.Open(site, page);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var hidden = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main details')].filter(details => details.checkVisibility())
              .filter(details => ![...details.children].every(child => child.checkVisibility({ contentVisibilityAuto: true }))).map(details => details.textContent.slice(0, 60))
            """);
        await page.Context.CloseAsync();
        Faults.None(hidden);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex Sheet();
}
