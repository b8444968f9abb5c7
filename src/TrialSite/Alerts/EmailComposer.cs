using MimeKit;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>An outbox row and its mail; no message when nobody is to get it any more.</summary>
public sealed record ComposedEmail(OutboxEmail Mail, MimeMessage? Message);

/// <summary>Makes the mail of an outbox row, the same to the last byte each time.</summary>
public sealed class EmailComposer(MailOptions mail, AddressProtection protection)
{
    public async Task<IReadOnlyList<ComposedEmail>> Compose(TrialDbContext db, IReadOnlyList<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var composed = new List<ComposedEmail>();
        foreach (var row in mails)
        {
            var address = row.SignUpId is { } signUpId ? (await db.SignUps.FindAsync([signUpId], cancellationToken))?.EncryptedAddress
                : row.SubscriberId is { } subscriberId ? (await db.Subscribers.FindAsync([subscriberId], cancellationToken))?.EncryptedAddress
                : null;
            composed.Add(new(row, address is null ? null : Compose(row, protection.Decrypt(address))));
        }
        return composed;
    }

    private MimeMessage Compose(OutboxEmail row, EmailAddress to)
    {
        var message = new MimeMessage { MessageId = row.MessageId, Date = row.CreatedAt, Subject = "To be written", Body = new TextPart("plain") { Text = "To be written." } };
        message.From.Add(mail.Sender);
        message.To.Add(new MailboxAddress("", to.Value));
        return message;
    }
}
