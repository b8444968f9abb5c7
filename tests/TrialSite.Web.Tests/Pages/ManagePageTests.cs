using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TrialSite.Web.Tests.Pages;

public sealed class ManagePageTests(PeopleFixture site) : IClassFixture<PeopleFixture>
{
    [Fact]
    public async Task The_page_shows_each_topic_with_its_frequency()
    {
        var page = await site.Page(Links.ManageBy(await Managing()));
        Assert.Equal("Your updates", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("main .list > li").Length);
        Assert.Equal(["AtOnce", "AtOnce"], page.QuerySelectorAll("main option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Contains("New trials for acute liver failure", PageText.Lines(page.QuerySelector("main")!));
    }

    [Theory]
    [InlineData("frequency", "Saved.")]
    [InlineData("end", "Stopped. We do not write to you about it any more.")]
    [InlineData("stop-all", "Stopped. We do not write to you any more.")]
    [InlineData("pause", "Paused. We do not write to you until you start again.")]
    [InlineData("resume", "We write to you again.")]
    public async Task Each_button_is_answered_with_the_page_that_says_what_it_did(string act, string words)
    {
        var address = site.NewAddress();
        var subscriptions = await site.Confirmed(address);
        var token = await site.AskToManage(address);
        using var response = await site.Post(Links.ManageBy(token), ("act", act), ("subscription", $"{subscriptions[0].Id}"), ("frequency", "Weekly"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await site.Page(response.Headers.Location!.OriginalString);
        Assert.Equal(words, page.QuerySelector("[role=status]")!.TextContent);
        Assert.StartsWith(words, page.Title);
        Assert.Equal(act switch { "end" => 1, "stop-all" => 0, _ => 2 }, page.QuerySelectorAll("main .list > li").Length);
        Assert.Equal(act == "frequency" ? "Weekly" : null, page.QuerySelector("main option[value=Weekly][selected]")?.GetAttribute("value"));
        Assert.Equal(act == "pause", page.QuerySelector("main button[value=resume]") is not null);
    }

    [Theory]
    [InlineData("act", "everything-else")]
    [InlineData("frequency", "Hourly")]
    [InlineData("frequency", "17")]
    [InlineData("subscription", "x")]
    public async Task What_no_button_says_is_refused(string field, string value)
    {
        var token = await Managing();
        var fields = new Dictionary<string, string> { ["act"] = "frequency", ["subscription"] = "1", ["frequency"] = "Weekly", [field] = value };
        using var response = await site.Post(Links.ManageBy(token), [.. fields.Select(pair => (pair.Key, pair.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_copy_of_all_that_is_kept_is_a_file_that_nobody_stores()
    {
        var address = site.NewAddress();
        await site.Confirmed(address);
        var token = await site.AskToManage(address);
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(Links.Export(token));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(address, json.RootElement.GetProperty("address").GetString());
        Assert.Contains("condition:acute-liver-failure", json.RootElement.GetRawText());
        Assert.Contains("consent-1", json.RootElement.GetRawText());
    }

    [Fact]
    public async Task Erasing_ends_the_link_and_says_what_stays()
    {
        var address = site.NewAddress();
        var subscriptions = await site.Confirmed(address);
        var token = await site.AskToManage(address);
        using var response = await site.Post(Links.ManageBy(token), ("act", "erase"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("We erased your address and what you followed", (await SiteFixture.Read(response)).QuerySelector("h1")!.TextContent);
        Assert.Equal(0, await site.Read(db => db.Subscribers.CountAsync(row => row.Id == subscriptions[0].SubscriberId)));
        using var again = await site.Post(Links.ManageBy(token), ("act", "erase"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_link_older_than_thirty_minutes_says_where_to_get_a_new_one()
    {
        var token = await Managing();
        site.Time.Advance(TimeSpan.FromMinutes(30));
        foreach (var address in new[] { Links.ManageBy(token), Links.ManageBy("made-up") })
        {
            using var visitor = site.Visitor();
            using var response = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.NotNull((await SiteFixture.Read(response)).QuerySelector($"main a[href='{Links.Manage}']"));
        }
        using var data = await site.Visitor().GetAsync(Links.Export(token));
        Assert.Equal(Links.ManageBy(token), data.Headers.Location!.OriginalString);
        using var post = await site.Post(Links.ManageBy(token), ("act", "stop-all"));
        Assert.Equal(Links.ManageBy(token) + "?saved=stop-all", post.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Stopped.", (await site.Page(Links.ManageBy(token) + "?saved=stop-all")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task An_address_that_is_none_comes_back_with_what_was_typed()
    {
        using var response = await site.Post(Links.Manage, ("email", "pat@"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await SiteFixture.Read(response);
        Assert.StartsWith("Error: ", page.Title);
        Assert.Equal("pat@", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal("Write the whole email address, like name@example.org.", page.QuerySelector(".problems a")!.TextContent);
    }

    private async Task<string> Managing()
    {
        var address = site.NewAddress();
        await site.Confirmed(address);
        return await site.AskToManage(address);
    }
}
