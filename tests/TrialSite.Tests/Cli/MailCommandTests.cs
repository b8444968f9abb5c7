using System.Net;
using TrialSite.Tests.Alerts;

namespace TrialSite.Tests.Cli;

/// <summary>The operator's verbs, run as an operator runs them.</summary>
public sealed class MailCommandTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<(string Name, string Value)> Folder = [("Site:PublicBaseUrl", "https://trials.example.org")];

    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.Open(Folder);

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Send_writes_the_mails_to_the_folder_and_status_counts_them_without_a_name()
    {
        await TestOutbox.Fill(site, 3);
        var before = await MailProgram.Run(site, Folder, "status");
        var send = await MailProgram.Run(site, Folder, "send");
        var after = await MailProgram.Run(site, Folder, "status");

        Assert.Contains("Mails: 3 waiting, 0 claimed, 0 sent, 0 failed, 0 skipped.", before.Output, StringComparison.Ordinal);
        Assert.Contains("3 due = 0 sent + 0 skipped + 0 to be gathered + 3 in waiting mails; 0 lost.", before.Output, StringComparison.Ordinal);
        Assert.Equal((0, "3 sent, 0 waiting, 0 failed.\n", ""), send);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(site.DataFolder, "mail"), "*.eml").Length);
        Assert.Contains("3 due = 3 sent", after.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("@|NCT|person", before.Output + after.Output);
    }

    [Fact]
    public async Task Status_finds_a_lost_delivery()
    {
        await TestOutbox.Fill(site, 1);
        await using (var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, "UPDATE OutboxEmails SET State = 'Failed'");

        var status = await MailProgram.Run(site, Folder, "status");

        Assert.Equal(1, status.ExitCode);
        Assert.Contains("1 lost", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_and_status_tell_why_mails_wait()
    {
        await TestOutbox.Fill(site, 2);
        await using var server = RecordingMailServer.Start();
        server.Answer = (step, _) => step == MailStep.Sender ? "421 4.3.2 Shutting down" : null;

        var send = await MailProgram.Run(site, SmtpSettings.Of(server), "send");

        Assert.Equal((1, "0 sent, 2 waiting, 0 failed.\n  1 waiting after: 421 4.3.2 Shutting down\n", ""), send);
    }

    [Fact]
    public async Task Doctor_checks_the_way_sends_a_test_mail_and_names_the_records()
    {
        await using var server = RecordingMailServer.Start(offersLogIn: true);

        var doctor = await MailProgram.Run(site, SmtpSettings.Of(server, ("Mail:User", "trials"), ("Mail:Password", "secret")), "doctor", "me@patients.example");

        Assert.Equal((0, ""), (doctor.ExitCode, doctor.Error));
        Assert.Contains("Mails can leave.", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("The test mail was handed over: 250", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("_dmarc.trials.example.org  TXT", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("SPF", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("DKIM", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("PTR", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", doctor.Output, StringComparison.Ordinal);
        Assert.Equal("me@patients.example", Assert.Single(server.Mails).Recipient);
    }

    [Fact]
    public async Task Doctor_says_what_keeps_mails_from_leaving()
    {
        await using var server = RecordingMailServer.Start();
        var settings = SmtpSettings.Of(server);
        await server.DisposeAsync();

        var doctor = await MailProgram.Run(site, settings, "doctor");

        Assert.Equal((1, ""), (doctor.ExitCode, doctor.Error));
        Assert.Contains("Mails cannot leave: No connection to the mail server", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_refuses_what_is_no_address_without_repeating_it()
    {
        var doctor = await MailProgram.Run(site, Folder, "doctor", "me at home");

        Assert.Equal((2, "", "trialsite: that is no email address\n"), doctor);
    }

    /// <summary>Where this machine's own name leads back to it by loopback, a certificate can be trusted for it.</summary>
    [OwnNameFact]
    public async Task A_foreign_server_with_a_trusted_certificate_gets_log_in_and_mail_encrypted_only()
    {
        using var certificate = SelfMade.Certificate(Dns.GetHostName());
        await using var server = RecordingMailServer.Start(certificate: certificate, offersLogIn: true);
        var trusted = site.PathOf("trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        await TestOutbox.Fill(site, 2);
        var settings = SmtpSettings.Of(server, ("Mail:Host", Dns.GetHostName()), ("Mail:User", "trials"), ("Mail:Password", "secret"), ("SSL_CERT_FILE", trusted));

        var send = await MailProgram.Run(site, settings, "send");

        Assert.Equal((0, "2 sent, 0 waiting, 0 failed.\n", ""), send);
        Assert.All(server.Mails, mail => Assert.True(mail.WasEncrypted));
        var commands = server.Commands.Select(command => command.Split(' ')[0]).ToList();
        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "AUTH"], commands.Take(4));
    }
}
