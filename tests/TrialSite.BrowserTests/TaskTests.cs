using TrialSite.Web;
using TrialSite.Web.Tests;
using Xunit.Abstractions;

namespace TrialSite.BrowserTests;

/// <summary>What people come for, with nothing but a keyboard and without scripts.</summary>
[Collection(OneBrowser.Name)]
public sealed class TaskTests(BrowserSite site, ITestOutputHelper output)
{
    private const string TrialLink = $"main a[href='/trials/{MadeTrials.Users}']";

    [BrowserFact]
    public async Task A_trial_is_found_by_its_condition_and_read()
    {
        var reader = await Reader.At(site, Links.Home);
        await reader.TabTo("#q");
        await reader.Type("acute liver failure");
        await reader.Go();
        await reader.TabTo(TrialLink);
        await reader.Go();
        Assert.Contains("Stem cell blood filter", await reader.Page.Locator("h1").InnerTextAsync());
        var disclaimer = reader.Page.Locator("details", new() { HasText = "Read the full disclaimer" });
        Assert.Null(await disclaimer.GetAttributeAsync("open"));
        await reader.TabTo("summary:has-text('Read the full disclaimer')");
        await reader.Press("Enter");
        Assert.NotNull(await disclaimer.GetAttributeAsync("open"));
        await reader.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_trial_is_found_by_way_of_the_conditions_from_A_to_Z()
    {
        var reader = await Reader.At(site, Links.Home);
        await reader.TabTo($"header a[href='{Links.Conditions}']");
        await reader.Go();
        await reader.TabTo("main a[href='/conditions/acute-liver-failure']");
        await reader.Go();
        await reader.TabTo(TrialLink);
        await reader.Go();
        Assert.Contains(MadeTrials.Users, reader.Page.Url);
        await reader.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task From_the_home_page_to_a_confirmed_sign_up_it_takes_4_pages_and_40_keys()
    {
        var address = site.NewAddress();
        var reader = await Reader.At(site, Links.Home);
        await reader.SkipToMain();
        await reader.TabTo("#q");
        await reader.Type(MadeTrials.Users);
        await reader.Go();
        await SignUp(reader, address);
        await Confirm(reader, address);
        await reader.Page.Context.CloseAsync();
        output.WriteLine($"{reader.Loads} pages, {reader.Presses} keys");
        Assert.True(reader.Loads <= 4 && reader.Presses <= 40, $"{reader.Loads} pages, {reader.Presses} keys");
    }

    [BrowserFact]
    public async Task Who_signed_up_manages_and_stops()
    {
        var address = site.NewAddress();
        var reader = await Reader.At(site, $"/trials/{MadeTrials.Users}");
        await SignUp(reader, address);
        await Confirm(reader, address);

        site.Time.Advance(TimeSpan.FromMinutes(11));
        await reader.TabTo($"main a[href='{Links.Manage}']");
        await reader.Go();
        await reader.TabTo("#email");
        await reader.TypeAddress(address);
        await reader.Go();
        await reader.OpenLink(address, Links.Manage);
        await reader.TabTo("main select");
        await reader.Press("ArrowDown");
        await reader.TabTo("main button[value=frequency]");
        await reader.Go();
        Assert.Equal("Saved.", await reader.Page.Locator("[role=status]").InnerTextAsync());
        await reader.TabTo("main button[value='stop-all']");
        await reader.Go();
        Assert.Contains("You follow nothing now", await reader.Page.Locator("main").InnerTextAsync());
        await reader.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Who_has_a_stop_link_stops_with_it()
    {
        var reader = await Reader.At(site, await site.StopLink());
        await reader.TabTo("main button[value=everything]");
        await reader.Go();
        Assert.Equal("We stopped everything", await reader.Page.Locator("h1").InnerTextAsync());
        await reader.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_form_with_a_mistake_comes_back_and_leads_to_the_field()
    {
        var reader = await Reader.At(site, $"/trials/{MadeTrials.Users}");
        await reader.TabTo("#email");
        await reader.TypeAddress("reader@");
        var answer = await reader.Page.Leading(() => reader.Press("Enter"));
        Assert.Equal(422, answer.Status);
        await reader.TabTo(".problems a[href='#email']");
        await reader.Press("Enter");
        Assert.Equal("email", await reader.Page.Locator(":focus").GetAttributeAsync("id"));
        Assert.Equal("reader@", await reader.Page.Locator(":focus").InputValueAsync());
        await reader.Page.Context.CloseAsync();
    }

    private static async Task SignUp(Reader reader, string address)
    {
        await reader.SkipToMain();
        await reader.TabTo("#email");
        await reader.TypeAddress(address);
        await reader.TabTo("#consent");
        await reader.Press("Space");
        await reader.Go();
        Assert.EndsWith(Links.CheckYourEmail, reader.Page.Url);
    }

    private static async Task Confirm(Reader reader, string address)
    {
        await reader.OpenLink(address, Links.Confirm(""));
        await reader.SkipToMain();
        await reader.TabTo("main button");
        await reader.Go();
        Assert.Equal("Your sign-up is confirmed", await reader.Page.Locator("h1").InnerTextAsync());
    }
}
