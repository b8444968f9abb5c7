using Microsoft.EntityFrameworkCore;
using MimeKit;
using TrialSite.Alerts.Mails;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>An outbox row and its mail; no message when nobody is to get it any more.</summary>
public sealed record ComposedEmail(OutboxEmail Mail, MimeMessage? Message);

/// <summary>Makes the mail of an outbox row, the same to the last byte each time.</summary>
public sealed class EmailComposer(MailOptions options, SiteOptions site, AlertOptions alerts, AddressProtection protection, LinkTokens tokens, TimeProvider time)
{
    private readonly MailLinks links = new(site.PublicBaseUrl);

    public async Task<IReadOnlyList<ComposedEmail>> Compose(TrialDbContext db, IReadOnlyList<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var contents = await AlertContents.Load(db, mails, cancellationToken);
        var subscribers = await SubscribersOf(db, mails, cancellationToken);
        var parts = new Dictionary<(NctId, int, int, bool), TrialPart>();
        var composed = new List<ComposedEmail>(mails.Count);
        foreach (var mail in mails)
        {
            var subscriber = mail.SubscriberId is { } id ? subscribers.GetValueOrDefault(id) : null;
            composed.Add(new(mail, mail.Kind switch
            {
                OutboxEmailKind.Confirmation => await Confirmation(db, mail, cancellationToken),
                OutboxEmailKind.ManageLink => subscriber is null ? null : await ToManage(db, mail, subscriber, cancellationToken),
                OutboxEmailKind.Alert => subscriber is null or { State: SubscriberState.Stopped } ? null : Alert(mail, subscriber, contents.Of(mail), parts),
                _ => throw new ArgumentOutOfRangeException(nameof(mails), mail.Kind, "a mail without words"),
            }));
        }
        return composed;
    }

    /// <summary>The alert as anybody would get it who follows what the items name, for an editor to look at.</summary>
    internal MimeMessage Preview(IReadOnlyList<AlertItem> items, EmailAddress to, DateTimeOffset date) =>
        Alert(items, new(options.Sender, to, $"preview@{options.MessageIdDomain}", date), []);

    private static async Task<Dictionary<int, Subscriber>> SubscribersOf(TrialDbContext db, IEnumerable<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var ids = mails.Select(mail => mail.SubscriberId).OfType<int>().ToList();
        return await db.Subscribers.Where(subscriber => ids.Contains(subscriber.Id)).ToDictionaryAsync(subscriber => subscriber.Id, cancellationToken);
    }

    private async Task<MimeMessage?> Confirmation(TrialDbContext db, OutboxEmail mail, CancellationToken cancellationToken)
    {
        var signUp = await db.SignUps.SingleOrDefaultAsync(row => row.Id == mail.SignUpId, cancellationToken);
        if (signUp is not { State: SignUpState.Pending, LinkSeed: { } seed } || mail.CreatedAt.AddDays(alerts.ConfirmDays) <= time.GetUtcNow())
            return null;
        var topics = await TopicWords.Of(db, signUp, cancellationToken);
        return ConfirmationEmail.Of(signUp, tokens.TokenOf(seed), topics, site.Name, alerts.ConfirmDays, links).ToMessage(Envelope(mail, signUp.EncryptedAddress));
    }

    private async Task<MimeMessage?> ToManage(TrialDbContext db, OutboxEmail mail, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var link = await db.ManageLinks.SingleOrDefaultAsync(row => row.Id == mail.ManageLinkId, cancellationToken);
        return link is not { LinkSeed: { } seed } || link.AskedAt.AddMinutes(alerts.ManageMinutes) <= time.GetUtcNow()
            ? null
            : ManageLinkEmail.Of(tokens.TokenOf(seed), site.Name, alerts.ManageMinutes, links).ToMessage(Envelope(mail, subscriber.EncryptedAddress));
    }

    private MimeMessage? Alert(OutboxEmail mail, Subscriber subscriber, IReadOnlyList<AlertItem> items, Dictionary<(NctId, int, int, bool), TrialPart> parts) =>
        items.Count == 0 ? null : Alert(items, Envelope(mail, subscriber.EncryptedAddress), parts);

    private MimeMessage Alert(IReadOnlyList<AlertItem> items, MailEnvelope envelope, Dictionary<(NctId, int, int, bool), TrialPart> parts)
    {
        var message = AlertEmail.Of(items, PartOf, StopLinkOf, links).ToMessage(envelope);
        message.Headers.Add(HeaderId.ListId, $"<updates.{site.PublicHost}>");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{StopLinkOf(items[0].StopTarget)}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return message;

        TrialPart PartOf(AlertItem item)
        {
            var key = (item.Change.NctId, item.Change.FromVersion, item.Change.ToVersion, item.IsNewTrial);
            if (!parts.TryGetValue(key, out var part))
                parts.Add(key, part = TrialPart.Of(item.Change, item.IsNewTrial, links));
            return part;
        }
    }

    private string StopLinkOf(StopTarget target) => links.Stop(tokens.StopTokenOf(target));

    private MailEnvelope Envelope(OutboxEmail mail, string encryptedAddress) => new(options.Sender, protection.Decrypt(encryptedAddress), mail.MessageId, mail.CreatedAt);
}
