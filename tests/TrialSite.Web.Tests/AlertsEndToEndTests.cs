using System.Net;
using MimeKit;

namespace TrialSite.Web.Tests;

/// <summary>From the form to the mail and back, as a reader meets it.</summary>
public sealed class AlertsEndToEndTests
{
    private const string Reader = "pat@example.org";
    private const string FileName = "NCT06904755.txt";
    private const string Page = "/trials/NCT06904755";

    [Fact]
    public async Task A_follower_hears_of_a_change_once_and_of_none_after_stopping()
    {
        await using var site = await AlertsSite.Start((FileName, Seed));
        await site.SignUp(Page, Reader);
        await site.WaitForMails(1);
        var confirmation = Assert.Single(site.Mails);
        Assert.Equal(Reader, Assert.Single(confirmation.To.Mailboxes).Address);
        await site.Press(Link(confirmation, "/follow/confirm/"));

        await Change(site, "RECRUITING", "ACTIVE_NOT_RECRUITING");
        await site.WaitForMails(2);
        await site.Tool("mail", "send");
        Assert.Equal(2, site.Mails.Count);
        var alert = site.Mails[1];
        Assert.Equal("1 update to a trial you follow", alert.Subject);
        Assert.Contains("A place in Guangzhou, China, stopped looking for people.", alert.TextBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", alert.Headers["List-Unsubscribe-Post"]);

        using var stop = await site.Visitor.PostAsync(alert.Headers["List-Unsubscribe"]!.Trim('<', '>'), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, stop.StatusCode);
        Assert.False(stop.Headers.Contains("Set-Cookie"));

        await Change(site, "ACTIVE_NOT_RECRUITING", "COMPLETED");
        await site.Tool("mail", "send");
        Assert.Equal(2, site.Mails.Count);
    }

    [BrowserFact]
    public async Task Whoever_follows_every_link_of_every_mail_changes_nothing()
    {
        await using var site = await AlertsSite.Start((FileName, Seed));
        await site.SignUp(Page, Reader);
        await site.WaitForMails(1);
        await Scan(site, site.Mails[0]);

        await site.Press(Link(site.Mails[0], "/follow/confirm/"));
        await Change(site, "RECRUITING", "ACTIVE_NOT_RECRUITING");
        await site.WaitForMails(2);
        await Scan(site, site.Mails[1]);
        await Scan(site, site.Mails[0]);
    }

    private static async Task Scan(AlertsSite site, MimeMessage mail)
    {
        await site.Tool("mail", "send");
        await site.UntilNoMailIsUnderWay();
        var before = await site.Dump();
        var links = AlertsSite.LinksOf(mail).ToList();
        Assert.True(links.Count >= 2, "a mail without links");
        foreach (var link in links.Where(link => new Uri(link).Authority == site.Visitor.BaseAddress!.Authority))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            {
                using var answer = await site.Visitor.SendAsync(new(method, link));
                Assert.True((int)answer.StatusCode < 500, $"{method} answered {answer.StatusCode}");
            }
            Assert.Contains("<main", await HeadlessBrowser.Open(link), StringComparison.Ordinal);
        }
        Assert.Equal(before, await site.Dump());
    }

    private static async Task Change(AlertsSite site, string before, string after)
    {
        var path = Path.Combine(site.SeedsFolder, FileName);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        site.Write((FileName, text.Replace(before, after, StringComparison.Ordinal)));
        await site.Tool("reseed");
    }

    private static string Link(MimeMessage mail, string path) => Assert.Single(AlertsSite.LinksOf(mail), link => link.Contains(path, StringComparison.Ordinal));

    private static string Seed => File.ReadAllText(Repository.UserSeed);
}
