using MimeKit;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

public sealed class EmailComposerTests : IAsyncLifetime
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly NctId WalkId = TestSeed.NctIdOf(Walk);
    private MailScene scene = null!;

    public async Task InitializeAsync() => scene = await MailScene.Open();

    public async Task DisposeAsync() => await scene.DisposeAsync();

    [Fact]
    public async Task A_mail_composed_by_another_process_later_is_the_same_bytes()
    {
        var mails = new List<OutboxEmail> { await WalkChanged(), await scene.ManageLink(await scene.Confirm("second@mail.example.org")) };
        mails.Add(await scene.Confirmation(await scene.SignUp("third@mail.example.org", Topic.Of(WalkId))));
        var first = Bytes(await scene.Compose(mails));

        scene.Site.Time.Advance(TimeSpan.FromMinutes(5));
        await scene.Show(Walk with { Title = "Another title, seen after the mails were made" });
        await using var other = await TestSite.Open(scene.Site.DataFolder);
        other.Get<SiteOptions>().PublicBaseUrl = MailScene.BaseUrl;
        other.Time.SetUtcNow(scene.Site.Time.GetUtcNow());
        var second = Bytes(await other.Read(db => other.Get<EmailComposer>().Compose(db, mails, default)));

        Assert.All(first, bytes => Assert.True(bytes.Length > 1000));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_batch_gives_each_person_the_mail_that_they_get_alone()
    {
        var mails = new List<OutboxEmail> { await WalkChanged() };
        var subscriber = await scene.Confirm("second@mail.example.org");
        mails.Add(await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId)))));

        var together = Bytes(await scene.Compose(mails));

        Assert.NotEqual(together[0], together[1]);
        Assert.Equal(together[0], MailFormat.Bytes(await scene.Compose(mails[0])));
        Assert.Equal(together[1], MailFormat.Bytes(await scene.Compose(mails[1])));
    }

    [Fact]
    public async Task Several_changes_of_one_trial_are_told_as_what_is_left_of_them()
    {
        await scene.Show(Walk);
        await scene.Show(Walk with { Title = "A title in between", Summary = "A new summary." });
        await scene.Show(Walk with { Summary = "A new summary." });
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var follows = await scene.Follow(subscriber, Topic.Of(WalkId));

        var mail = await scene.Compose(await scene.Alert(subscriber, (await scene.Change(WalkId, 2), follows), (await scene.Change(WalkId, 3), follows)));

        Assert.Equal("1 update to a trial you follow", mail.Subject);
        Assert.DoesNotContain("in between", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("A new summary.", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_a_mail_about_what_changed_back()
    {
        await scene.Show(Walk);
        await scene.Show(Walk with { Title = "A title in between" });
        await scene.Show(Walk);
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var follows = await scene.Follow(subscriber, Topic.Of(WalkId));

        Assert.Null(await scene.ComposeOrNot(await scene.Alert(subscriber, (await scene.Change(WalkId, 2), follows), (await scene.Change(WalkId, 3), follows))));
    }

    [Theory]
    [InlineData("UPDATE Subscribers SET State = 'Stopped'")]
    [InlineData("DELETE FROM Subscribers")]
    [InlineData("UPDATE Deliveries SET SkippedBecause = 'Stopped'")]
    [InlineData("DELETE FROM Subscriptions")]
    public async Task Nobody_gets_an_alert_who_stopped_or_is_gone(string sql)
    {
        var mail = await WalkChanged();
        Assert.NotNull(await scene.ComposeOrNot(mail));

        await scene.Write(sql);

        Assert.Null(await scene.ComposeOrNot(mail));
    }

    [Fact]
    public async Task A_topic_that_was_stopped_before_the_first_try_is_not_in_the_mail_and_later_it_stays()
    {
        var second = TestSeed.Number(2);
        await scene.Show(Walk, second);
        await scene.Show(Walk with { Title = "Swimming" }, second with { Title = "Dancing" });
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var (one, other) = (await scene.Follow(subscriber, Topic.Of(WalkId)), await scene.Follow(subscriber, Topic.Of(TestSeed.NctIdOf(second))));
        var mail = await scene.Alert(subscriber, (await scene.Change(WalkId, 2), one), (await scene.Change(TestSeed.NctIdOf(second), 2), other));
        Assert.Contains("Dancing", (await scene.Compose(mail)).TextBody, StringComparison.Ordinal);
        scene.Site.Time.Advance(mail.NotBefore - scene.Site.Time.GetUtcNow());

        await scene.Write($"UPDATE Subscriptions SET EndedAt = '2026-07-06 07:00:00+00:00' WHERE Id = {other.Id}");
        var claimed = Assert.Single(await scene.Site.Get<Outbox>().Claim("first", default));
        var first = await scene.Compose(claimed);
        await scene.Write("UPDATE OutboxEmails SET State = 'Waiting', UncertainCount = 1");
        await scene.Write($"UPDATE Subscriptions SET EndedAt = '2026-07-06 08:00:00+00:00' WHERE Id = {one.Id}");
        var again = await scene.Compose(Assert.Single(await scene.Site.Get<Outbox>().Claim("second", default)));

        Assert.Equal("1 update to a trial you follow", first.Subject);
        Assert.DoesNotContain("Dancing", first.TextBody, StringComparison.Ordinal);
        Assert.Equal(MailFormat.Bytes(first), MailFormat.Bytes(again));
    }

    [Theory]
    [InlineData("UPDATE SignUps SET State = 'Confirmed'")]
    [InlineData("UPDATE SignUps SET State = 'Expired'")]
    [InlineData("UPDATE SignUps SET State = 'Disowned'")]
    [InlineData("DELETE FROM SignUps")]
    public async Task Nobody_is_asked_to_confirm_what_was_settled(string sql)
    {
        var mail = await scene.Confirmation(await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId)));
        Assert.NotNull(await scene.ComposeOrNot(mail));

        await scene.Write(sql);

        Assert.Null(await scene.ComposeOrNot(mail));
    }

    [Fact]
    public async Task A_link_that_would_not_work_any_more_is_not_mailed()
    {
        var confirmation = await scene.Confirmation(await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId)));
        var manage = await scene.ManageLink(await scene.Confirm("reader@mail.example.org"));

        scene.Site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await scene.ComposeOrNot(manage));
        scene.Site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await scene.ComposeOrNot(manage));
        Assert.NotNull(await scene.ComposeOrNot(confirmation));
        scene.Site.Time.Advance(confirmation.CreatedAt.AddDays(7) - scene.Site.Time.GetUtcNow());
        Assert.Null(await scene.ComposeOrNot(confirmation));
    }

    [Fact]
    public async Task The_links_in_a_mail_are_those_that_the_store_knows()
    {
        var signUp = await scene.SignUp("reader@mail.example.org", Topic.Of(WalkId));
        var confirmation = await scene.Compose(await scene.Confirmation(signUp));
        var alert = await scene.Compose(await WalkChanged());

        var token = After("/follow/confirm/", confirmation);
        Assert.Equal(signUp.TokenHash, LinkTokens.HashOf(token));
        Assert.Equal(token, After("/follow/not-me/", confirmation));
        Assert.True(scene.Site.Get<LinkTokens>().TryReadStopToken(After("/follow/stop/", alert), out var target));
        Assert.Equal(new StopTarget(1, 1), target);
    }

    [Fact]
    public async Task Nothing_that_a_visitor_typed_is_in_a_confirmation()
    {
        await scene.Show(Walk);
        var mail = await scene.Compose(await scene.Confirmation(await scene.SignUp("reader@mail.example.org", Topic.OfConditionNamed("buy cheap pills"), Topic.Of(WalkId))));

        Assert.DoesNotContain("pills", mail.ToString(), StringComparison.Ordinal);
        Assert.Contains("a trial for a condition is added", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_trial_can_neither_add_a_header_nor_markup_nor_turn_the_reading_direction()
    {
        const string Attack = "Walk\r\nBcc: victim@mail.example.org\r\n\r\n--=_0123456789abcdef0123456789abcdef\r\n<script>alert(1)</script><img src=x onerror=y> \" ' & </p>\u202Egpj.exe\u0007\u2028";
        await scene.Show(Walk);
        await scene.Show(Walk with
        {
            Summary = Attack,
            Conditions = ["<b>falls</b>"],
            PlainLanguageRead = new("<i>a walk</i>", "<u>Less pain.</u>", "<s>More pain.</s>"),
            Locations = [Walk.Locations[0] with { Name = "</p><img src=x>", City = "<Bergen>" }],
        });
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var mail = await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId))));

        var message = MimeMessage.Load(new MemoryStream(MailFormat.Bytes(await scene.Compose(mail))));

        Assert.Equal("reader@mail.example.org", Assert.Single(message.GetRecipients()).Address);
        Assert.Equal(2, message.BodyParts.Count());
        Assert.Contains("script", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|u|s)\\b|\u202E|\u0007", message.HtmlBody);
        Assert.DoesNotMatch("\u202E|\u0007", message.TextBody);
    }

    [Fact]
    public async Task Contact_details_are_in_no_mail()
    {
        await scene.Show(Walk);
        await scene.Show(Walk with { Summary = "Call +47 55 12 34 56 or write to nurse@clinic.example.org about it.", Contacts = [new("Study nurse", HasPhone: false, HasEmail: true)] });
        var subscriber = await scene.Confirm("reader@mail.example.org");

        var mail = await scene.Compose(await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId)))));

        Assert.Contains("Study nurse (email)", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("55 12|clinic\\.example", mail.TextBody + mail.HtmlBody);
    }

    [Fact]
    public async Task A_risk_that_has_no_room_takes_its_benefit_out_too()
    {
        await scene.Show(Walk);
        await scene.Show(Walk with { PlainLanguageRead = new("a walk", "Less pain for all.", string.Concat(Enumerable.Repeat("It may hurt. ", 400))) });
        var subscriber = await scene.Confirm("reader@mail.example.org");
        var mail = await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId))));

        Assert.DoesNotContain("Less pain", (await scene.Compose(mail)).TextBody, StringComparison.Ordinal);
    }

    private async Task<OutboxEmail> WalkChanged()
    {
        await scene.Show(Walk);
        await scene.Show(Walk with { Title = "Swimming", Locations = [] });
        var subscriber = await scene.Confirm("reader@mail.example.org");
        return await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId))));
    }

    private static List<byte[]> Bytes(IEnumerable<ComposedEmail> composed) => [.. composed.Select(mail => MailFormat.Bytes(mail.Message!))];

    private static string After(string path, MimeMessage mail) =>
        mail.TextBody!.Split((char[]?)null).Single(word => word.Contains(path, StringComparison.Ordinal)).Split(path)[1];
}
