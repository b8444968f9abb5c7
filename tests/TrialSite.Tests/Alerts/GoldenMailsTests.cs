using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Alerts;

/// <summary>
/// Each kind of mail, byte for byte. When words are meant to change, run these tests once with <c>TRIALSITE_WRITE_GOLDEN_MAILS=1</c>
/// in the environment, and read what git says has changed.
/// </summary>
public sealed partial class GoldenMailsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "TrialSite.Tests", "Alerts", "GoldenMails");
    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("TRIALSITE_WRITE_GOLDEN_MAILS") == "1";

    public static TheoryData<string> Names => [.. GoldenMails.All.Keys];

    public static TheoryData<string> Alerts => [.. GoldenMails.All.Keys.Except(["confirmation", "manage-link"])];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mail_is_what_it_was_to_the_last_byte(string name)
    {
        await using var scene = await MailScene.Open();
        var mail = await GoldenMails.All[name](scene);

        var bytes = MailFormat.Bytes(await scene.Compose(mail));

        if (Rewrites)
            await File.WriteAllBytesAsync(PathOf(name), bytes);
        Assert.Equal(System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(PathOf(name))), System.Text.Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void No_golden_mail_is_left_over() =>
        Assert.Equal(GoldenMails.All.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_is_small_and_ends_its_lines_as_mail_does(string name)
    {
        var bytes = File.ReadAllBytes(PathOf(name));
        var lines = System.Text.Encoding.Latin1.GetString(bytes).Split("\r\n");

        Assert.InRange(bytes.Length, 500, MailFormat.MostBytes);
        Assert.All(bytes, value => Assert.InRange(value, 1, 126));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines.Where(line => !line.StartsWith(" <https:", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 78));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_goes_to_one_person_and_says_that_a_machine_sent_it(string name)
    {
        var mail = Load(name);

        Assert.Equal("reader@mail.example.org", Assert.IsType<MailboxAddress>(Assert.Single(mail.To)).Address);
        Assert.Empty(mail.Cc);
        Assert.Empty(mail.Bcc);
        Assert.Equal("updates@trials.example.org", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("0123456789abcdef0123456789abcdef@trials.example.org", mail.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 7, 6, 8, 0, 0, TimeSpan.Zero), mail.Date);
        Assert.Equal(mail.Headers.Select(header => header.Id).Distinct().Count(), mail.Headers.Count);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_can_be_stopped_without_opening_it(string name)
    {
        var mail = Load(name);

        Assert.Matches(@"^<https://trials\.example\.org/follow/stop/[\w-]{54}>$", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("<updates.trials.example.org>", mail.Headers[HeaderId.ListId]);
        Assert.Contains(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'), TextBody(name), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_subject_says_nothing_about_a_person(string name) =>
        Assert.Matches(@"^(\d+ updates? to (a trial|trials) you follow|\d+ new trials? for (a condition|conditions) you follow|, )+$|^Please confirm your sign-up$|^Your link to change your emails$", Load(name).Subject);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_loads_nothing(string name)
    {
        var html = Html(name);

        Assert.DoesNotMatch(@"(?i)\bsrc\s*=|url\(|@import|<(img|link|script|style|iframe|object|embed|video|audio|svg|form|base)\b|http-equiv|\bon\w+=", Load(name).HtmlBody);
        Assert.Equal("en", html.DocumentElement.GetAttribute("lang"));
        Assert.All(html.QuerySelectorAll("[href]"), link => Assert.StartsWith($"{MailScene.BaseUrl}/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(html.QuerySelectorAll("[href]"), link => Assert.Equal("A", link.TagName));
        Assert.DoesNotContain("?", string.Concat(html.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href"))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_parts_say_the_same_and_lead_to_the_same_pages(string name)
    {
        var html = Html(name);
        var lines = TextBody(name).Split('\n').Select(line => line.Trim()).ToList();

        Assert.Equal(Words(string.Join('\n', lines.Where(line => !IsUrl(line)))), Words(string.Join(' ', html.Body!.QuerySelectorAll("h1, h2, p").Select(TextOf))));
        Assert.Equal(lines.Where(IsUrl), html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(Words(html.Body!.TextContent).Count, Words(string.Concat(html.Body!.QuerySelectorAll("h1, h2, p").Select(element => $"{element.TextContent} "))).Count);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void A_benefit_never_stands_without_its_risk(string name)
    {
        var lines = TextBody(name).Split('\n').Select(line => line.Trim()).ToList();

        var benefits = lines.Where(line => line.Contains("knees may hurt", StringComparison.Ordinal) || line.Contains("Less pain.", StringComparison.Ordinal)).Select(line => lines.IndexOf(line));
        Assert.All(benefits, at => Assert.Contains(lines.Skip(at + 1).Take(4), line => line.Contains("may make the pain", StringComparison.Ordinal) || line.Contains("More pain.", StringComparison.Ordinal)));
        Assert.Contains("not medical advice", string.Join(' ', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Some_golden_mails_tell_a_benefit() =>
        Assert.All(["what-this-could-lead-to-changed", "new-trial-for-a-condition", "first-listing", "digest-of-several-trials"], name => Assert.Contains("knees may hurt", TextBody(name), StringComparison.Ordinal));

    [Fact]
    public void What_has_no_room_is_counted_and_the_way_to_it_is_told()
    {
        Assert.Matches(@"And \d+ more changes: see the trial's history\.", TextBody("hundreds-of-changes"));
        Assert.Matches(@"And \d+ more trials: see their pages on the site\.", TextBody("very-long"));
    }

    private static string TextOf(IElement element)
    {
        foreach (var lineEnd in element.QuerySelectorAll("br"))
            lineEnd.OuterHtml = " ";
        return element.TextContent;
    }

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit))];

    private static bool IsUrl(string line) => UrlLine().IsMatch(line);

    private static AngleSharp.Html.Dom.IHtmlDocument Html(string name) => new HtmlParser().ParseDocument(Load(name).HtmlBody!);

    private static string TextBody(string name) => Load(name).TextBody!;

    private static MimeMessage Load(string name) => MimeMessage.Load(PathOf(name));

    private static string PathOf(string name) => Path.Combine(Folder, $"{name}.eml");

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.NonBacktracking)]
    private static partial Regex UrlLine();
}
