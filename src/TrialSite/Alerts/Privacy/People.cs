using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>What a person may ask for: a copy of all that is kept about an address, and that it is erased.</summary>
public sealed class People(TrialWriter writer, IServiceScopeFactory scopes, IStoreUpkeep store, AddressProtection protection, MailOptions mail, TimeProvider time)
{
    /// <summary>In which a mail lands in the folder that was being written when its row was erased.</summary>
    private static readonly TimeSpan Landing = TimeSpan.FromSeconds(2);

    /// <summary>Null when nothing is kept.</summary>
    public async Task<PersonExport?> Export(EmailAddress address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await PersonRows.Export(scope.ServiceProvider.GetRequiredService<TrialDbContext>(), address, protection.HashOf(address), cancellationToken);
    }

    /// <summary>False when nothing was kept besides hashes. Links to stop go on working: they need no row.</summary>
    public async Task<bool> Erase(EmailAddress address, CancellationToken cancellationToken)
    {
        var (hasErased, isMailUnderWay) = await writer.Write(WriteLane.People, db => Erase(db, protection.HashOf(address), cancellationToken), cancellationToken);
        // Of what is gone now, the log may still hold older pages.
        await store.ForgetDeleted(cancellationToken);
        hasErased |= PickupFiles.Delete(mail.PickupFolder, address);
        if (!isMailUnderWay)
            return hasErased;
        await Task.Delay(Landing, cancellationToken);
        return PickupFiles.Delete(mail.PickupFolder, address) || hasErased;
    }

    private async Task<(bool HasErased, bool IsMailUnderWay)> Erase(TrialDbContext db, string addressHash, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isMailUnderWay = await PersonRows.IsMailUnderWay(db, addressHash, cancellationToken);
        var hasErased = await PersonRows.Erase(db, addressHash, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (hasErased, isMailUnderWay);
    }
}
