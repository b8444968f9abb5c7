using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>How many mails anyone can cause from one place and to one mailbox, and to whom none may go. The visitor's answer never depends on it.</summary>
public sealed class SignUpLimits(AlertOptions options)
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Counts what came from the same address block before and with this one.</summary>
    public Task<bool> AllowPlaceOf(TrialDbContext db, SignUp signUp, CancellationToken cancellationToken)
    {
        var before = db.SignUps.Where(row => row.AddressBlockHash == signUp.AddressBlockHash && row.Id < signUp.Id).Select(row => row.ReceivedAt);
        return IsBelow(PlaceLimits, before, signUp.ReceivedAt, cancellationToken);
    }

    /// <inheritdoc cref="AllowPlaceOf(TrialDbContext, SignUp, CancellationToken)"/>
    public Task<bool> AllowPlaceOf(TrialDbContext db, ManageLink link, CancellationToken cancellationToken)
    {
        var before = db.ManageLinks.Where(row => row.AddressBlockHash == link.AddressBlockHash && row.Id < link.Id).Select(row => row.AskedAt);
        return IsBelow(PlaceLimits, before, link.AskedAt, cancellationToken);
    }

    public Task<bool> AllowMailTo(TrialDbContext db, string mailboxHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = db.OutboxEmails.Where(mail => mail.MailboxHash == mailboxHash).Select(mail => mail.CreatedAt);
        return IsBelow(MailboxLimits, before, now, cancellationToken);
    }

    /// <summary>Whether no sign-up of that address may be answered.</summary>
    public static Task<bool> IsSuppressed(TrialDbContext db, string addressHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        Suppressed(db, addressHash, now).AnyAsync(cancellationToken);

    /// <summary>Whether no mail at all may go there. Who said "not me" to a stranger's sign-up still gets what they follow, and can still manage it.</summary>
    public static Task<bool> IsUnreachable(TrialDbContext db, string addressHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        Suppressed(db, addressHash, now).AnyAsync(row => row.Reason != SuppressionReason.Disowned, cancellationToken);

    private static IQueryable<Suppression> Suppressed(TrialDbContext db, string addressHash, DateTimeOffset now) =>
        db.Suppressions.Where(row => row.AddressHash == addressHash && (row.Until == null || row.Until > now));

    private IReadOnlyList<Limit> PlaceLimits =>
        [new(TenMinutes, options.SignUpsPer10Minutes), new(Hour, options.SignUpsPerHour), new(Day, options.SignUpsPerDay)];

    private IReadOnlyList<Limit> MailboxLimits =>
        [new(TenMinutes, options.MailsPer10Minutes), new(Hour, options.MailsPerHour), new(Day, options.MailsPerDay), new(Month, options.MailsPer30Days)];

    private static async Task<bool> IsBelow(IReadOnlyList<Limit> limits, IQueryable<DateTimeOffset> before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var limit in limits)
        {
            var since = now - limit.Window;
            if (await before.Where(at => at > since).Take(limit.Most).CountAsync(cancellationToken) >= limit.Most)
                return false;
        }
        return true;
    }

    private sealed record Limit(TimeSpan Window, int Most);
}
