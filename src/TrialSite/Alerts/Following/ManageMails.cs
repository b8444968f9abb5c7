using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Decides whether somebody who asked gets a link to manage their mails, and puts that mail into the outbox.</summary>
public sealed class ManageMails(SignUpLimits limits, AddressProtection protection, LinkTokens tokens, AlertOptions options, MailOptions mail, TimeProvider time)
{
    public static IQueryable<ManageLink> Unanswered(TrialDbContext db) => db.ManageLinks.Where(link => !link.IsAnswered).OrderBy(link => link.Id);

    /// <summary>Whether there is a mail. Must be called within a transaction.</summary>
    public async Task<bool> Answer(TrialDbContext db, int linkId, CancellationToken cancellationToken)
    {
        // Asked again: another process may have answered it.
        if (await Unanswered(db).SingleOrDefaultAsync(link => link.Id == linkId, cancellationToken) is not { } link)
            return false;
        var now = time.GetUtcNow();
        if (await WantsMail(db, link, now, cancellationToken) is not { } subscriber
            || !protection.TryHashOfMailbox(subscriber.EncryptedAddress, out var mailboxHash)
            || !await limits.AllowMailTo(db, mailboxHash, now, cancellationToken))
        {
            link.Ignore();
            return false;
        }
        var seed = LinkTokens.NewSeed();
        link.Send(seed, LinkTokens.HashOf(tokens.TokenOf(seed)));
        db.Add(OutboxEmail.ToManage(link, subscriber, mailboxHash, mail.MessageIdDomain, now));
        return true;
    }

    private async Task<Subscriber?> WantsMail(TrialDbContext db, ManageLink link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isTooLate = link.AskedAt.AddMinutes(options.ManageMinutes) <= now;
        if (isTooLate || !await limits.AllowPlaceOf(db, link, cancellationToken) || await SignUpLimits.IsUnreachable(db, link.AddressHash, now, cancellationToken))
            return null;
        return await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == link.AddressHash && row.State != SubscriberState.Stopped, cancellationToken);
    }
}
