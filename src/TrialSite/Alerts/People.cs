using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>What a person may ask for: a copy of all that is kept about them, and that it is erased.</summary>
public sealed class People(TrialWriter writer, IServiceScopeFactory scopes, AddressProtection protection, TimeProvider time)
{
    /// <summary>Null when nobody with that address confirmed a sign-up.</summary>
    public async Task<PersonExport?> Export(EmailAddress address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var addressHash = protection.HashOf(address);
        if (await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == addressHash, cancellationToken) is not { } person)
            return null;
        var subscriptions = await db.Subscriptions.Where(row => row.SubscriberId == person.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var consents = await db.Consents.Where(row => row.AddressHash == addressHash).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new(
            address.Value,
            person.State,
            person.ConfirmedAt,
            [.. subscriptions.Select(row => new ExportedSubscription(row.Topic.ToString(), row.Frequency, row.StartedAt, row.EndedAt, row.EndedBecause))],
            [.. consents.Select(row => new ExportedConsent(row.Act, row.Version, row.At))],
            await MailsTo(db, person, addressHash, cancellationToken));
    }

    /// <summary>False when nothing was kept. What stays names nobody: the consents, by hash.</summary>
    public Task<bool> Erase(EmailAddress address, CancellationToken cancellationToken) => writer.Write(WriteLane.People, async db =>
    {
        var addressHash = protection.HashOf(address);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var person = await db.Subscribers.SingleOrDefaultAsync(row => row.AddressHash == addressHash, cancellationToken);
        if (person is not null)
        {
            // Also writes that the consent was taken back.
            await SubscriptionEnds.EndAll(db, person, SubscriptionEnd.Unticked, time.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await db.Deliveries.Where(row => row.SubscriberId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.OutboxEmails.Where(row => row.SubscriberId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Subscriptions.Where(row => row.SubscriberId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Subscribers.Where(row => row.Id == person.Id).ExecuteDeleteAsync(cancellationToken);
        }
        var signUpIds = db.SignUps.Where(row => row.AddressHash == addressHash).Select(row => (int?)row.Id);
        await db.OutboxEmails.Where(row => signUpIds.Contains(row.SignUpId)).ExecuteDeleteAsync(cancellationToken);
        var erased = await db.SignUps.Where(row => row.AddressHash == addressHash).ExecuteDeleteAsync(cancellationToken)
            + await db.ManageLinks.Where(row => row.AddressHash == addressHash).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return person is not null || erased > 0;
    }, cancellationToken);

    private static async Task<IReadOnlyList<ExportedMail>> MailsTo(TrialDbContext db, Subscriber person, string addressHash, CancellationToken cancellationToken)
    {
        var signUpIds = db.SignUps.Where(row => row.AddressHash == addressHash).Select(row => (int?)row.Id);
        var mails = await db.OutboxEmails.Where(row => row.State == OutboxEmailState.Sent && (row.SubscriberId == person.Id || signUpIds.Contains(row.SignUpId)))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var told = await db.Deliveries.Where(row => row.SubscriberId == person.Id && row.OutboxEmailId != null)
            .Join(db.TrialChanges, row => row.ChangeId, change => change.Id, (row, change) => new { row.OutboxEmailId, change.NctId }).ToListAsync(cancellationToken);
        return [.. mails.Select(mail => new ExportedMail(mail.Kind, mail.FinishedAt, [.. told.Where(row => row.OutboxEmailId == mail.Id).Select(row => row.NctId.Value).Distinct()]))];
    }
}
