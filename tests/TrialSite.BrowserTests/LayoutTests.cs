using Microsoft.Playwright;
using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class LayoutTests(BrowserSite site)
{
    /// <summary>WCAG 1.4.12, to the letter.</summary>
    private const string TextSpacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

    /// <summary>What reaches past the sides, and text that a box of a fixed size cuts off.</summary>
    private const string OutOfSight = """
        () => {
          const width = document.documentElement.clientWidth
          const isMeantSo = element => element.closest('.trap, .unseen, .skip')
          const found = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []
          for (const element of document.body.querySelectorAll('*')) {
            if (isMeantSo(element) || !element.checkVisibility()) continue
            const box = element.getBoundingClientRect()
            const style = getComputedStyle(element)
            if (box.width > 0 && (box.right > width + 1 || box.left < -1) && style.position !== 'absolute')
              found.push(`reaches from ${Math.round(box.left)} to ${Math.round(box.right)}: ${element.outerHTML.slice(0, 80)}`)
            if (/hidden|clip/.test(style.overflow) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) && element.textContent.trim())
              found.push(`cuts off its text: ${element.outerHTML.slice(0, 80)}`)
          }
          return found
        }
        """;

    private const string SmallTargets = """
        () => {
          const found = []
          for (const element of document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')) {
            if (element.closest('.trap') || !element.checkVisibility()) continue
            const boxes = [...element.getClientRects()]
            const width = Math.max(...boxes.map(box => box.width)), height = Math.max(...boxes.map(box => box.height))
            const least = element.matches('button, .button') ? 44 : 24
            if (height < least - 0.01 || width < 24 - 0.01)
              found.push(`${width.toFixed(1)} x ${height.toFixed(1)}: ${element.outerHTML.slice(0, 100)}`)
          }
          return found
        }
        """;

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Nothing_scrolls_sideways_with_wide_text_right_to_left_or_at_400_percent(string kind)
    {
        var page = await Opened(kind, 320, 800);
        var found = await Found("at 320 px");
        await page.SetViewportSizeAsync(320, 256);
        found.AddRange(await Found("at 400 %"));
        await page.EvaluateAsync("() => { document.documentElement.dir = 'rtl' }");
        found.AddRange(await Found("right to left"));
        await page.AddStyleTagAsync(new() { Content = TextSpacing });
        found.AddRange(await Found("right to left with wide text"));
        await page.EvaluateAsync("() => { document.documentElement.dir = 'ltr' }");
        found.AddRange(await Found("with wide text"));
        await page.Context.CloseAsync();
        Faults.None(found);

        async Task<List<string>> Found(string when) => [.. (await page.EvaluateAsync<string[]>(OutOfSight)).Select(item => $"{when}: {item}")];
    }

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Every_target_has_24_pixels_and_every_button_44(string kind)
    {
        var page = await Opened(kind, 320, 800);
        var found = (await page.EvaluateAsync<string[]>(SmallTargets)).ToList();
        await page.SetViewportSizeAsync(1280, 800);
        found.AddRange(await page.EvaluateAsync<string[]>(SmallTargets));
        await page.Context.CloseAsync();
        Faults.None(found);
    }

    [BrowserFact]
    public async Task The_trial_page_works_in_a_language_that_is_read_from_right_to_left()
    {
        var page = await site.NewPage(options => (options.BypassCSP, options.ViewportSize) = (true, new() { Width = 320, Height = 800 }));
        await page.RouteAsync($"**/trials/{MadeTrials.Users}", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = PseudoLanguage.Of(await answer.TextAsync()) });
        });
        await page.GotoAsync($"/trials/{MadeTrials.Users}");
        var found = (await page.EvaluateAsync<string[]>(OutOfSight)).Concat(await page.EvaluateAsync<string[]>(SmallTargets)).ToList();
        found.AddRange(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('h1, .part h2, .part h3, .part p')].filter(element => {
              const text = document.createRange()
              text.selectNodeContents(element)
              return element.checkVisibility() && Math.abs(text.getBoundingClientRect().right - element.getBoundingClientRect().right) > 30
            }).map(element => `does not begin at the right: ${element.outerHTML.slice(0, 100)}`)
            """));
        await page.Context.CloseAsync();
        Faults.None(found);
    }

    private async Task<IPage> Opened(string kind, int width, int height)
    {
        var page = await site.NewPage(options => (options.BypassCSP, options.ViewportSize) = (true, new() { Width = width, Height = height }));
        await PageKinds.Named(kind).Open(site, page);
        return page;
    }
}
