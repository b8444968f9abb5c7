using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Decides whether a sign-up gets a mail that asks to confirm it, and puts that mail into the outbox.</summary>
public sealed class ConfirmationMails(SignUpLimits limits, AddressProtection protection, LinkTokens tokens, MailOptions mail, TimeProvider time)
{
    public static IQueryable<SignUp> Unanswered(TrialDbContext db) =>
        db.SignUps.Where(signUp => signUp.State == SignUpState.Pending && signUp.TokenHash == null).OrderBy(signUp => signUp.Id);

    /// <summary>Whether there is a mail. Must be called within a transaction.</summary>
    public async Task<bool> Answer(TrialDbContext db, int signUpId, CancellationToken cancellationToken)
    {
        // Asked again: another process may have answered it.
        if (await Unanswered(db).SingleOrDefaultAsync(signUp => signUp.Id == signUpId, cancellationToken) is not { } signUp || !protection.TryHashOfMailbox(signUp.EncryptedAddress, out var mailboxHash))
            return false;
        var now = time.GetUtcNow();
        if (!await limits.AllowPlaceOf(db, signUp, cancellationToken)
            || !await limits.AllowMailTo(db, mailboxHash, now, cancellationToken)
            || await SignUpLimits.IsSuppressed(db, signUp.AddressHash, now, cancellationToken))
        {
            signUp.Expire();
            return false;
        }
        var seed = LinkTokens.NewSeed();
        signUp.AskToConfirm(seed, LinkTokens.HashOf(tokens.TokenOf(seed)));
        db.Add(OutboxEmail.Confirmation(signUp, mailboxHash, mail.MessageIdDomain, now));
        return true;
    }
}
