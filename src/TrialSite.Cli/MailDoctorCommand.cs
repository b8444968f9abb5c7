using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;

namespace TrialSite.Cli;

/// <summary><c>trialsite mail doctor [ADDRESS]</c>: what keeps mails from leaving, and what receivers want to find in the DNS.</summary>
internal static class MailDoctorCommand
{
    public static Command Verb()
    {
        var address = new Argument<string?>("ADDRESS") { Description = "Where to send a test mail; by default none is sent.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("doctor", """
            Check the folder, or the connection, its encryption and the log-in, and say which DNS records the sender needs.
            Exit code 1 when mails cannot leave.

            Examples:
              trialsite mail doctor
              trialsite mail doctor me@example.org
            """) { address };
        verb.SetAction((call, cancellationToken) => Examine(call.GetValue(address), cancellationToken));
        return verb;
    }

    private static async Task<int> Examine(string? address, CancellationToken cancellationToken)
    {
        EmailAddress? to = null;
        if (address is not null && !EmailAddress.TryParse(address, out to))
            throw new CommandException("that is no email address");
        await using var services = CommandRun.Services();
        var transports = services.GetRequiredService<MailTransports>();
        Console.Out.WriteLine($"Transport: {transports.InWords()}.");
        if (await transports.Fault(cancellationToken) is { } fault)
        {
            Console.Out.WriteLine($"Mails cannot leave: {fault}");
            return CommandRun.FoundErrors;
        }
        Console.Out.WriteLine("Mails can leave.");
        WriteRecords(services.GetRequiredService<MailOptions>());
        return to is null || await SendTest(services, to, cancellationToken) ? CommandRun.Done : CommandRun.FoundErrors;
    }

    private static async Task<bool> SendTest(ServiceProvider services, EmailAddress to, CancellationToken cancellationToken)
    {
        var handOver = await services.GetRequiredService<TestMail>().Send(to, cancellationToken);
        var isSent = handOver.Outcome == HandOverOutcome.Accepted;
        Console.Out.WriteLine($"The test mail was {(isSent ? "handed over" : "not handed over")}: {handOver.Reply}");
        return isSent;
    }

    private static void WriteRecords(MailOptions mail)
    {
        if (!mail.IsSmtp)
            return;
        var domain = mail.Sender.Domain;
        Console.Out.WriteLine($"""
            Receivers look for these DNS records; without them mails end up as spam or are refused:
              SPF    {domain}  TXT  "v=spf1 mx include:YOUR-PROVIDER -all"  (whoever sends for you)
              DKIM   SELECTOR._domainkey.{domain}  TXT  "v=DKIM1; k=rsa; p=KEY"  (your mail server signs; it tells selector and key)
              DMARC  _dmarc.{domain}  TXT  "v=DMARC1; p=quarantine; rua=mailto:postmaster@{domain}"
              PTR    the network address of {mail.Host} must lead to its name, and the name back to the address
            """);
    }
}
