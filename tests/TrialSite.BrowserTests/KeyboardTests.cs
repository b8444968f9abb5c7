using Microsoft.Playwright;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class KeyboardTests(BrowserSite site)
{
    /// <summary>More stops than any page has; one that has more keeps the focus in.</summary>
    private const int MostStops = 250;

    /// <summary>Null at the end of the page, where the focus leaves it; otherwise what is wrong with where it is.</summary>
    private const string WhereFocusIs = """
        () => {
          const element = document.activeElement, last = window.lastFocus
          if (!element || element === document.body) return null
          window.lastFocus = element
          const what = element.outerHTML.slice(0, 100), found = []
          const style = getComputedStyle(element)
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) found.push(`shows no focus: ${what}`)
          const seen = [...element.getClientRects()].flatMap(box => [[box.left + box.width / 2, box.top + box.height / 2], [box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]])
            .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
          if (!seen.length) found.push(`has the focus out of sight: ${what}`)
          else if (!seen.some(([x, y]) => { const top = document.elementFromPoint(x, y); return element.contains(top) || top?.contains(element) || element.labels?.[0]?.contains(top) })) found.push(`is covered: ${what}`)
          if (last) {
            if (!(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`comes before what had the focus: ${what}`)
            const before = last.getBoundingClientRect(), now = element.getBoundingClientRect()
            if (!last.matches('.skip') && now.bottom <= before.top && now.left < before.right) found.push(`stands above what had the focus: ${what}`)
          }
          return found
        }
        """;

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Focus_is_seen_never_covered_and_goes_in_reading_order(string kind)
    {
        var page = await site.NewPage(options => options.ReducedMotion = ReducedMotion.Reduce);
        await PageKinds.Named(kind).Open(site, page);
        var found = await Walk(page);
        // 400 % of 1280 by 1024.
        await page.SetViewportSizeAsync(320, 256);
        found.AddRange(await Walk(page));
        await page.Context.CloseAsync();
        Faults.None(found);
    }

    private static async Task<List<string>> Walk(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.lastFocus = null; getSelection().removeAllRanges(); scrollTo(0, 0) }");
        await page.Keyboard.PressAsync("Control+Home");
        List<string> found = [];
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string[]?>(WhereFocusIs) is not { } here)
                return found;
            found.AddRange(here);
        }
        found.Add("keeps the focus in");
        return found;
    }
}
