using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TrialSite.BrowserTests;

/// <summary>A person who has a keyboard, no mouse and no scripts; counts what it takes.</summary>
internal sealed partial class Reader(BrowserSite site, IPage page)
{
    private const int MostTabs = 120;

    public IPage Page => page;

    /// <summary>Keys pressed; the letters of an email address, which browsers fill in, are not counted.</summary>
    public int Presses { get; private set; }

    /// <summary>Pages of ours that were loaded since the first.</summary>
    public int Loads { get; private set; }

    public static async Task<Reader> At(BrowserSite site, string address)
    {
        var page = await site.NewPage(options => (options.JavaScriptEnabled, options.ReducedMotion) = (false, ReducedMotion.Reduce));
        await page.GotoAsync(address);
        return new(site, page);
    }

    public async Task Press(string key)
    {
        await page.Keyboard.PressAsync(key);
        Presses++;
    }

    public async Task Type(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Presses += text.Length;
    }

    public Task TypeAddress(string address) => page.Keyboard.TypeAsync(address);

    /// <summary>By way of the skip link, which is the first stop of every page.</summary>
    public async Task SkipToMain()
    {
        await Press("Tab");
        await Press("Enter");
    }

    public async Task TabTo(string selector)
    {
        var target = page.Locator(selector).First;
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await Press("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail($"The keyboard does not lead to {selector} of {page.Url}.");
    }

    /// <summary>Presses a key that leads to another page.</summary>
    public async Task Go(string key = "Enter")
    {
        var answer = await page.Leading(() => Press(key));
        Assert.Equal(200, answer.Status);
        Loads++;
    }

    /// <summary>Opens the link of a mail, as a mail program does.</summary>
    public async Task OpenLink(string address, string part)
    {
        var mail = await site.MailTo(address);
        var link = Link().Matches(mail.TextBody!).Select(match => new Uri(match.Value).PathAndQuery).First(path => path.StartsWith(part, StringComparison.Ordinal));
        await page.GotoAsync(link);
        Loads++;
    }

    [GeneratedRegex("https?://[^\\s\"<>]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
