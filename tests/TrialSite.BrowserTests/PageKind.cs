using Microsoft.Playwright;

namespace TrialSite.BrowserTests;

/// <summary>A kind of page: where it is, what the server says of it, and the button that leads to it when no address does.</summary>
public sealed record PageKind(string Name, Func<BrowserSite, Task<string>> Address, int Status = 200, string? Press = null)
{
    public PageKind(string name, string address, int status = 200, string? press = null) : this(name, _ => Task.FromResult(address), status, press)
    {
    }

    public async Task Open(BrowserSite site, IPage page)
    {
        var response = await page.GotoAsync(await Address(site));
        if (Press is not null)
        {
            // A form that comes back at once was filled in by a program.
            site.Time.Advance(TimeSpan.FromSeconds(3));
            await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(details => { details.open = true })");
            response = await page.Leading(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Press, Exact = true }).ClickAsync());
        }
        Assert.Equal(Status, response!.Status);
    }

    public override string ToString() => Name;
}
