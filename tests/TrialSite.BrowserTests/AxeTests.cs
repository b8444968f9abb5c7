using Deque.AxeCore.Commons;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class AxeTests(BrowserSite site)
{
    /// <summary>All that axe knows; two of its rules run only when asked for.</summary>
    private const string AllRules =
        "runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] }, "
        + "rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_wrong_and_nothing_that_it_cannot_decide(string kind)
    {
        // The page's policy would refuse axe itself.
        var page = await site.NewPage(options => options.BypassCSP = true);
        await PageKinds.Named(kind).Open(site, page);
        await page.EvaluateAsync(Axe);
        var found = new List<string>();
        foreach (var look in Look.All)
        {
            await look.Show(page);
            var items = await page.EvaluateAsync<string[]>($$"""
                () => axe.run(document, { {{AllRules}}, resultTypes: ['violations', 'incomplete'], elementRef: false })
                  .then(result => [...result.violations, ...result.incomplete].flatMap(item => item.nodes.map(node =>
                    `${item.id}: ${node.target} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')} ${node.html.slice(0, 120)}`)))
                """);
            found.AddRange(items.Select(item => $"{look}: {item}"));
        }
        await page.Context.CloseAsync();
        Faults.None(found);
    }
}
