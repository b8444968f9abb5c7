using MailKit.Security;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Alerts.Smtp;

namespace TrialSite.Tests.Alerts;

/// <summary>The one way out, to a folder and to a mail server.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly RecordingMailServer server = RecordingMailServer.Start(offersLogIn: true);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("pickup")]
    [InlineData("smtp")]
    public async Task A_mail_with_any_other_number_of_recipients_than_one_is_refused(string transport)
    {
        await using var site = await TestSite.Open(SmtpSettings.Of(server, ("Mail:Transport", transport)));
        Action<MimeMessage>[] wrong =
        [
            mail => mail.To.Clear(),
            mail => mail.To.Add(new MailboxAddress("", "b@patients.example")),
            mail => mail.To.Add(new MailboxAddress("", "a@patients.example")),
            mail => mail.Cc.Add(new MailboxAddress("", "b@patients.example")),
            mail => mail.Bcc.Add(new MailboxAddress("", "b@patients.example")),
            mail => mail.To.Add(new GroupAddress("all", [new MailboxAddress("", "b@patients.example")])),
            mail => { mail.To.Clear(); mail.Bcc.Add(new MailboxAddress("", "b@patients.example")); },
            mail => { mail.ResentFrom.Add(mail.From[0]); mail.ResentTo.Add(new MailboxAddress("", "b@patients.example")); },
        ];

        foreach (var change in wrong)
        {
            var mail = Mail();
            change(mail);
            Assert.Equal(HandOverOutcome.Rejected, (await Send(site, mail)).Outcome);
        }

        Assert.Empty(server.Commands);
        Assert.False(Directory.Exists(site.Get<MailOptions>().PickupFolder));
    }

    [Fact]
    public async Task The_folder_gets_one_whole_file_for_each_mail_however_often_it_is_sent()
    {
        await using var site = await TestSite.Open();
        await Send(site, Mail());
        var first = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(site.Get<MailOptions>().PickupFolder)));
        await Send(site, Mail());

        var file = Assert.Single(Directory.GetFiles(site.Get<MailOptions>().PickupFolder));
        Assert.Equal("m1_trials.example.org.eml", Path.GetFileName(file));
        Assert.Equal(first, await File.ReadAllBytesAsync(file));
        Assert.Equal("a@patients.example", (await MimeMessage.LoadAsync(file)).To.ToString());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_keeps_the_mails_waiting()
    {
        await using var site = await TestSite.Open([("Mail:PickupFolder", "/dev/null/mail")]);
        await TestOutbox.Fill(site, 2);

        Assert.Equal(0, await site.Get<MailDispatcher>().SendDue(default));

        Assert.Equal("2", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE State = 'Waiting'"));
    }

    [Fact]
    public async Task Folder_and_server_get_the_same_bytes()
    {
        await using var folder = await TestSite.Open();
        await using var smtp = await TestSite.Open(SmtpSettings.Of(server));
        var mail = () =>
        {
            var mail = Mail();
            mail.Subject = "Grüße";
            mail.Body = new TextPart("plain") { Text = ".\n..dots and ümlauts\n\n." };
            return mail;
        };

        await Send(folder, mail());
        await Send(smtp, mail());

        Assert.Equal(await File.ReadAllBytesAsync(Directory.GetFiles(folder.Get<MailOptions>().PickupFolder).Single()), server.Mails.Single().Bytes);
    }

    [Fact]
    public async Task Outside_production_only_allowed_recipients_are_reached_by_the_server()
    {
        await using var site = await TestSite.Open([("Mail:Transport", "smtp"), ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:AllowedRecipients", "tester@patients.example, Other@patients.example")]);
        await Send(site, Mail());
        var allowed = Mail();
        allowed.To.Clear();
        allowed.To.Add(new MailboxAddress("", "Tester@patients.example"));
        await Send(site, allowed);

        Assert.Equal("Tester@patients.example", Assert.Single(server.Mails).Recipient);
        Assert.Single(Directory.GetFiles(site.Get<MailOptions>().PickupFolder));
    }

    [Theory]
    [InlineData("mail.example.org", 587, SecureSocketOptions.StartTls)]
    [InlineData("mail.example.org", 25, SecureSocketOptions.StartTls)]
    [InlineData("192.0.2.1", 587, SecureSocketOptions.StartTls)]
    [InlineData("localhost.example.org", 587, SecureSocketOptions.StartTls)]
    [InlineData("mail.example.org", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost", 25, SecureSocketOptions.None)]
    [InlineData("127.0.0.1", 587, SecureSocketOptions.None)]
    [InlineData("::1", 587, SecureSocketOptions.None)]
    public void Only_this_machine_is_spoken_to_in_clear_text(string host, int port, SecureSocketOptions encryption) =>
        Assert.Equal(encryption, SmtpServer.Of(new() { Host = host, Port = port }).Encryption);

    [Fact]
    public async Task Nothing_is_said_in_clear_text_to_a_foreign_server_without_tls()
    {
        await using var smtp = ToForeign(server);

        var handOver = await smtp.Send(Mail(), default);

        Assert.Equal((HandOverOutcome.HostBusy, "The mail server offers no STARTTLS, and nothing is sent in clear text."), (handOver.Outcome, handOver.Reply));
        Assert.All(server.Commands, command => Assert.Matches("^(EHLO|QUIT)", command));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_nothing()
    {
        using var certificate = SelfMade.Certificate("localhost");
        await using var forged = RecordingMailServer.Start(certificate: certificate, offersLogIn: true);
        await using var smtp = ToForeign(forged);

        var handOver = await smtp.Send(Mail(), default);

        Assert.Equal(HandOverOutcome.HostBusy, handOver.Outcome);
        Assert.Contains("certificate is not trusted", handOver.Reply, StringComparison.Ordinal);
        Assert.All(forged.Commands, command => Assert.Matches("^(EHLO|STARTTLS)", command));
    }

    [Fact]
    public async Task A_refused_log_in_keeps_the_mails_waiting_and_hides_the_password()
    {
        await using var site = await TestSite.Open(SmtpSettings.Of(server, ("Mail:User", "trials"), ("Mail:Password", "geheim-77")));
        await TestOutbox.Fill(site, 2);
        server.Answer = (step, _) => step == MailStep.LogIn ? "535 5.7.8 Wrong" : null;

        Assert.Equal(0, await site.Get<MailDispatcher>().SendDue(default));

        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Contains("refused the log-in", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", site.Log.Text, StringComparison.Ordinal);
        server.Answer = (_, _) => null;
        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await site.Get<MailDispatcher>().SendDue(default));
    }

    /// <summary>More than all buffers on the way hold, so that the client is still writing when the line breaks.</summary>
    [Fact]
    public async Task A_line_that_breaks_in_the_middle_of_a_mail_is_told_from_one_that_breaks_after_it()
    {
        await using var site = await TestSite.Open(SmtpSettings.Of(server));
        var mail = Mail();
        mail.Body = new TextPart("plain") { Text = string.Concat(Enumerable.Repeat("A long line of a long mail.\r\n", 1_000_000)) };
        server.Answer = (step, _) => step == MailStep.Body ? RecordingMailServer.Drop : null;
        Assert.Equal(HandOverOutcome.NotNow, (await Send(site, mail)).Outcome);

        server.Answer = (step, _) => step == MailStep.End ? RecordingMailServer.Drop : null;
        Assert.Equal(HandOverOutcome.Uncertain, (await Send(site, mail)).Outcome);
    }

    /// <summary>What the settings make of any host that is not this machine.</summary>
    private static SmtpTransport ToForeign(RecordingMailServer server) =>
        new(SmtpServer.Of(new() { Host = "mail.example.org", User = "trials", Password = "secret" }) with { Host = "127.0.0.1", Port = server.Port }, TimeProvider.System);

    private static async Task<HandOver> Send(TestSite site, MimeMessage mail)
    {
        await using var transport = site.Get<MailTransports>().Open();
        return await transport.Send(mail, default);
    }

    private static MimeMessage Mail()
    {
        var mail = new MimeMessage { MessageId = "m1@trials.example.org", Date = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), Subject = "Test", Body = new TextPart("plain") { Text = "Test" } };
        mail.From.Add(new MailboxAddress("", "updates@trials.example.org"));
        mail.To.Add(new MailboxAddress("", "a@patients.example"));
        return mail;
    }
}
