using Microsoft.Playwright;
using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

/// <summary>Not a check: draws every kind of page for people to look at. tests/screenshots.sh runs it.</summary>
[Collection(OneBrowser.Name)]
public sealed class Screenshots(BrowserSite site)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TRIALSITE_SCREENSHOTS");

    [ScreenshotTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Every_kind_of_page_is_drawn_on_phone_and_desktop_light_and_dark(string kind)
    {
        var page = await site.NewPage(options => options.ReducedMotion = ReducedMotion.Reduce);
        await PageKinds.Named(kind).Open(site, page);
        foreach (var (device, width, height) in new[] { ("phone", 390, 844), ("desktop", 1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{kind}-{device}-{scheme}.png".ToLowerInvariant()), FullPage = true });
            }
        }
        await page.Context.CloseAsync();
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ScreenshotTheoryAttribute : TheoryAttribute
    {
        public ScreenshotTheoryAttribute() => Skip = Folder is null ? "Made on demand: tests/screenshots.sh FOLDER." : new BrowserFactAttribute().Skip;
    }
}
