using System.Net;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests;

/// <summary>Mail scanners open every link of a mail, some with several methods, before its reader does.</summary>
public sealed class ReadingChangesNothingTests(PeopleFixture site) : IClassFixture<PeopleFixture>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Opening_any_link_of_a_mail_changes_no_row(string method)
    {
        var follower = site.NewAddress();
        var subscriptions = await site.Confirmed(follower);
        var manage = await site.AskToManage(follower);
        var open = await site.SignUp(site.NewAddress());
        var confirmed = await site.SignUp(site.NewAddress());
        using var press = await site.Post(Links.Confirm(confirmed));
        var disowned = await site.SignUp(site.NewAddress());
        using var notMe = await site.Post(Links.NotMe(disowned));
        string[] addresses =
        [
            Links.Follow, Links.CheckYourEmail, Links.Manage, Links.CheckYourEmailToManage,
            Links.ManageBy(manage), Links.Export(manage), Links.Stop(site.StopToken(subscriptions[0])),
            .. new[] { open, confirmed, disowned, "made-up" }.SelectMany(token => new[] { Links.Confirm(token), Links.NotMe(token), Links.ManageBy(token), Links.Stop(token) }),
        ];
        var before = await site.Dump();
        foreach (var address in addresses)
        {
            using var scanner = site.Visitor();
            using var request = new HttpRequestMessage(new(method), address);
            using var response = await scanner.SendAsync(request);
            Assert.True((int)response.StatusCode < 500);
            Assert.True(response.Headers.CacheControl?.NoStore);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal(before, await site.Dump());
        // The dump does see what a button does.
        using var pressed = await site.Post(Links.Confirm(open));
        Assert.NotEqual(before, await site.Dump());
    }

    [Fact]
    public async Task Pages_behind_links_are_listed_and_kept_nowhere()
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        foreach (var address in new[] { Links.Confirm("x"), Links.NotMe("x"), Links.Manage, Links.CheckYourEmailToManage, Links.ManageBy("x"), Links.Export("x"), Links.Stop(site.StopToken(subscriptions[0])) })
        {
            using var response = await site.Visitor().GetAsync(address);
            Assert.Equal(["noindex"], response.Headers.GetValues("X-Robots-Tag"));
            Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
            Assert.True(response.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task Before_confirmation_only_the_mail_that_asks_is_made()
    {
        var before = await site.Read(db => Task.FromResult(db.OutboxEmails.Count()));
        var token = await site.SignUp(site.NewAddress());
        using var page = await site.Visitor().GetAsync(Links.Confirm(token));
        await site.Answer();
        var mails = await site.Read(db => Task.FromResult(db.OutboxEmails.OrderBy(mail => mail.Id).Skip(before).ToList()));
        Assert.Equal(OutboxEmailKind.Confirmation, Assert.Single(mails).Kind);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
