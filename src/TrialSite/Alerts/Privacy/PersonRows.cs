using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>The rows that are about one address, found by its hash.</summary>
internal static class PersonRows
{
    public static async Task<PersonExport?> Export(TrialDbContext db, EmailAddress address, string addressHash, CancellationToken cancellationToken)
    {
        var person = await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == addressHash, cancellationToken);
        var suppression = await db.Suppressions.SingleOrDefaultAsync(row => row.AddressHash == addressHash, cancellationToken);
        var signUps = await db.SignUps.Where(row => row.AddressHash == addressHash).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var consents = await db.Consents.Where(row => row.AddressHash == addressHash).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var links = await db.ManageLinks.Where(row => row.AddressHash == addressHash).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (person is null && suppression is null && signUps.Count + consents.Count + links.Count == 0)
            return null;
        var personId = person?.Id ?? 0;
        var subscriptions = await db.Subscriptions.Where(row => row.SubscriberId == personId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new(
            address.Value,
            addressHash,
            person?.State,
            person?.ConfirmedAt,
            person?.StoppedAt,
            [.. signUps.Select(row => new ExportedSignUp(row.ReceivedAt, row.State, row.Topics, row.Frequency, row.ConsentVersion, row.Source, row.AddressBlockHash))],
            [.. subscriptions.Select(row => new ExportedSubscription(row.Topic.ToString(), row.Frequency, row.StartedAt, row.EndedAt, row.EndedBecause))],
            [.. consents.Select(row => new ExportedConsent(row.Act, row.Version, row.At))],
            await Mails(db, addressHash, personId, subscriptions, cancellationToken),
            [.. links.Select(row => row.AskedAt)],
            suppression is null ? null : new(suppression.Reason, suppression.Until));
    }

    /// <summary>Whether a dispatcher may be handing over a mail of theirs at this moment.</summary>
    public static async Task<bool> IsMailUnderWay(TrialDbContext db, string addressHash, CancellationToken cancellationToken)
    {
        var personId = await db.Subscribers.Where(row => row.AddressHash == addressHash).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);
        return await MailsTo(db, addressHash, personId).AnyAsync(row => row.State == OutboxEmailState.Claimed && row.SendStartedAt != null, cancellationToken);
    }

    /// <summary>Runs in the caller's transaction. Consents and suppressions stay: they hold nothing but the hash.</summary>
    public static async Task<bool> Erase(TrialDbContext db, string addressHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var personId = await db.Subscribers.Where(row => row.AddressHash == addressHash).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);
        await Withdraw(db, addressHash, now, cancellationToken);
        var erased = await db.Deliveries.Where(row => row.SubscriberId == personId).ExecuteDeleteAsync(cancellationToken);
        erased += await MailsTo(db, addressHash, personId).ExecuteDeleteAsync(cancellationToken);
        erased += await db.Subscriptions.Where(row => row.SubscriberId == personId).ExecuteDeleteAsync(cancellationToken);
        erased += await db.Subscribers.Where(row => row.Id == personId).ExecuteDeleteAsync(cancellationToken);
        erased += await db.SignUps.Where(row => row.AddressHash == addressHash).ExecuteDeleteAsync(cancellationToken);
        erased += await db.ManageLinks.Where(row => row.AddressHash == addressHash).ExecuteDeleteAsync(cancellationToken);
        return erased > 0;
    }

    private static async Task<IReadOnlyList<ExportedMail>> Mails(TrialDbContext db, string addressHash, int personId, IEnumerable<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var mails = await MailsTo(db, addressHash, personId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var told = await db.Deliveries.Where(row => row.SubscriberId == personId && row.OutboxEmailId != null)
            .Join(db.TrialChanges, row => row.ChangeId, change => change.Id, (row, change) => new { row.OutboxEmailId, row.SubscriptionId, change.NctId })
            .ToListAsync(cancellationToken);
        var topics = subscriptions.ToDictionary(row => row.Id, row => row.Topic.ToString());
        var toldIn = told.ToLookup(row => row.OutboxEmailId);
        return
        [
            .. mails.Select(mail => new ExportedMail(
                mail.Kind,
                mail.State,
                mail.CreatedAt,
                mail.FinishedAt,
                [.. toldIn[mail.Id].Select(row => topics.GetValueOrDefault(row.SubscriptionId)).OfType<string>().Distinct()],
                [.. toldIn[mail.Id].Select(row => row.NctId.Value).Distinct()])),
        ];
    }

    private static IQueryable<OutboxEmail> MailsTo(TrialDbContext db, string addressHash, int personId)
    {
        var signUps = db.SignUps.Where(row => row.AddressHash == addressHash).Select(row => (int?)row.Id);
        var links = db.ManageLinks.Where(row => row.AddressHash == addressHash).Select(row => (int?)row.Id);
        return db.OutboxEmails.Where(row => row.SubscriberId == personId || signUps.Contains(row.SignUpId) || links.Contains(row.ManageLinkId));
    }

    /// <summary>Unless that is written already.</summary>
    public static async Task Withdraw(TrialDbContext db, string addressHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Consents.Where(row => row.AddressHash == addressHash).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not { Act: ConsentAct.Given })
            return;
        db.Add(Consent.Withdrawn(addressHash, last.Version, now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
