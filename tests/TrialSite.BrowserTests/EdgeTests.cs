namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class EdgeTests(BrowserSite site)
{
    /// <summary>A field or a button is seen by its edge, or else by its fill; one that has neither is words, which axe measures.</summary>
    private const string FaintEdges = """
        () => {
          const parts = colour => { const numbers = colour.match(/[\d.]+/g).map(Number); return numbers.length < 4 ? [...numbers, 1] : numbers }
          const luminance = colour => colour.slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0)
          const ground = element => {
            for (; element; element = element.parentElement) {
              const fill = parts(getComputedStyle(element).backgroundColor)
              if (fill[3] === 1) return fill
            }
            return [255, 255, 255, 1]
          }
          const found = []
          for (const element of document.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=radio]), select, button, .button, summary')) {
            if (element.closest('.trap') || !element.checkVisibility({ visibilityProperty: true })) continue
            const style = getComputedStyle(element)
            const line = parts(style.borderBlockStartColor)
            const seen = parseFloat(style.borderBlockStartWidth) > 0 && line[3] === 1 ? line : parts(style.backgroundColor)
            if (seen[3] === 0) continue
            const [more, less] = [luminance(seen), luminance(ground(element.parentElement))].sort((a, b) => b - a)
            if ((more + 0.05) / (less + 0.05) < 3) found.push(`${((more + 0.05) / (less + 0.05)).toFixed(2)}: ${element.outerHTML.slice(0, 100)}`)
          }
          return found
        }
        """;

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Fields_and_buttons_stand_out_three_to_one_in_light_and_dark(string kind)
    {
        var page = await site.NewPage();
        await PageKinds.Named(kind).Open(site, page);
        var found = new List<string>();
        foreach (var look in Look.All.Where(look => look is { Width: 1280, Colours: "light" or "dark" }))
        {
            await look.Show(page);
            found.AddRange((await page.EvaluateAsync<string[]>(FaintEdges)).Select(item => $"{look}: {item}"));
        }
        await page.Context.CloseAsync();
        Faults.None(found);
    }
}
