using System.Globalization;
using MimeKit;

namespace TrialSite.Alerts;

/// <summary>A mail that only shows that mails arrive, for <c>trialsite mail doctor</c>.</summary>
public sealed class TestMail(MailTransports transports, MailOptions mail, SiteOptions site, TimeProvider time)
{
    public async Task<HandOver> Send(EmailAddress to, CancellationToken cancellationToken)
    {
        var message = new MimeMessage
        {
            MessageId = $"{Guid.NewGuid():N}@{mail.MessageIdDomain}",
            Date = time.GetUtcNow(),
            Subject = "Test of the site's mail",
            Body = new TextPart("plain") { Text = string.Create(CultureInfo.InvariantCulture, $"This is a test. It was sent by the operator of {site.Name}. You need not do anything.\n") },
        };
        message.From.Add(mail.Sender);
        message.To.Add(new MailboxAddress("", to.Value));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        await using var transport = transports.Open();
        return await transport.Send(message, cancellationToken);
    }
}
