using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class PrivacyTests(BrowserSite site)
{
    private const string Listen = "document.addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))";

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task A_page_sets_no_cookie_asks_nobody_else_and_breaks_no_policy_of_its_own(string kind)
    {
        var page = await site.NewPage();
        List<string> found = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
                found.Add($"asks {request.Url}");
        };
        page.Console += (_, message) =>
        {
            // The browser reports the status of the page itself, which is meant so.
            if (message.Type is "error" or "warning" && !message.Text.Contains("responded with a status of", StringComparison.Ordinal))
                found.Add(message.Text);
        };
        page.PageError += (_, fault) => found.Add(fault);
        await page.AddInitScriptAsync(Listen);
        await PageKinds.Named(kind).Open(site, page);
        found.AddRange((await page.Context.CookiesAsync()).Select(cookie => $"cookie {cookie.Name}"));
        await page.Context.CloseAsync();
        Faults.None(found);
    }

    /// <summary>The listener itself is tried: a page that breaks the policy is told.</summary>
    [BrowserFact]
    public async Task A_broken_policy_would_be_told()
    {
        var page = await site.NewPage();
        List<string> told = [];
        page.Console += (_, message) => told.Add(message.Text);
        await page.AddInitScriptAsync(Listen);
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => { const image = new Image(); image.src = 'http://127.0.0.2/x.png'; try { document.body.innerHTML += '<p>' } catch { } return new Promise(done => setTimeout(done, 200)) }");
        await page.Context.CloseAsync();
        Assert.Contains(told, text => text.StartsWith("policy: img-src", StringComparison.Ordinal));
        Assert.Contains(told, text => text.StartsWith("policy: require-trusted-types-for", StringComparison.Ordinal));
    }
}
