using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Takes requests for the link to manage one's mails: one row, whoever asks. Whether a mail follows is decided out of the visitor's sight.</summary>
public sealed class ManageLinks(TrialWriter writer, AddressProtection protection, LinkTokens tokens, AlertSignal signal, TimeProvider time)
{
    public Task Ask(EmailAddress address, string addressBlock, CancellationToken cancellationToken) =>
        Ask(_ => Task.FromResult<string?>(protection.HashOf(address)), addressBlock, cancellationToken);

    /// <summary>For the person whom a mail with this stop link went to. False when the link is none of ours.</summary>
    public async Task<bool> AskByStopLink(string? stopToken, string addressBlock, CancellationToken cancellationToken)
    {
        if (!tokens.TryReadStopToken(stopToken, out var target))
            return false;
        await Ask(db => db.Subscribers.Where(row => row.Id == target.SubscriberId).Select(row => row.AddressHash).SingleOrDefaultAsync(cancellationToken), addressBlock, cancellationToken);
        return true;
    }

    private async Task Ask(Func<TrialDbContext, Task<string?>> addressHashOf, string addressBlock, CancellationToken cancellationToken)
    {
        await writer.Write(WriteLane.People, async db =>
        {
            if (await addressHashOf(db) is { } addressHash)
                db.Add(ManageLink.Ask(addressHash, protection.HashOfAddressBlock(addressBlock), time.GetUtcNow()));
            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        signal.Wake();
    }
}
