using MimeKit;
using MimeKit.Text;

namespace TrialSite.Alerts.Mails;

/// <summary>Who a mail goes to, and what was frozen when it was put into the outbox.</summary>
internal sealed record MailEnvelope(MailboxAddress From, EmailAddress To, string MessageId, DateTimeOffset Date);

/// <summary>A mail's subject and words, once as text and once as HTML.</summary>
internal sealed record MailContent(string Subject, MailPart Words)
{
    private const string Language = "en";

    public MimeMessage ToMessage(MailEnvelope envelope)
    {
        var message = new MimeMessage([envelope.From], [new MailboxAddress("", envelope.To.Value)], Subject, Body(envelope))
        {
            MessageId = envelope.MessageId,
            Date = envelope.Date.ToUniversalTime(),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, Language);
        return message;
    }

    /// <summary>"=_" is in no quoted-printable text, so the boundary is in none.</summary>
    private MultipartAlternative Body(MailEnvelope envelope) => new(
        Part(TextFormat.Plain, Words.Text.TrimStart()),
        Part(TextFormat.Html, Html()))
    {
        Boundary = $"=_{envelope.MessageId[..envelope.MessageId.IndexOf('@', StringComparison.Ordinal)]}",
    };

    private static TextPart Part(TextFormat format, string text) => new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private string Html() => $"""
        <!DOCTYPE html>
        <html lang="{Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>{MailText.ToHtml(Subject)}</title>
        </head>
        <body style="margin:0;color-scheme:light dark">
        <div style="max-width:36em;margin:0 auto;padding:1.2em;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word">
        {Words.Html}</div>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n");
}
