using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Where all deliveries are. Each figure is counted by itself, so that a lost one shows.</summary>
/// <param name="Due">All that were ever due and are still kept.</param>
/// <param name="Sent">In a mail that the server took.</param>
/// <param name="Skipped">By reason.</param>
/// <param name="Waiting">In no mail yet.</param>
/// <param name="WaitingInOutbox">In a mail that waits to go out or is on its way.</param>
public sealed record AlertCounts(int Due, int Sent, IReadOnlyDictionary<DeliverySkip, int> Skipped, int Waiting, int WaitingInOutbox)
{
    /// <summary>Deliveries that are nowhere (or, below 0, in two places): 0, or there is a fault.</summary>
    public int Imbalance => Due - Sent - Skipped.Values.Sum() - Waiting - WaitingInOutbox;

    public static async Task<AlertCounts> Read(TrialDbContext db, CancellationToken cancellationToken)
    {
        var skipped = await db.Deliveries.Where(delivery => delivery.SkippedBecause != null)
            .GroupBy(delivery => delivery.SkippedBecause)
            .Select(reason => new { reason.Key, Count = reason.Count() })
            .ToListAsync(cancellationToken);
        var inOutbox = db.OutboxEmails.Where(mail => mail.State == OutboxEmailState.Waiting || mail.State == OutboxEmailState.Claimed);
        return new(
            await db.Deliveries.CountAsync(cancellationToken),
            await db.Deliveries.CountAsync(delivery => delivery.SentAt != null, cancellationToken),
            skipped.ToDictionary(reason => reason.Key!.Value, reason => reason.Count),
            await db.Deliveries.CountAsync(delivery => delivery.OutboxEmailId == null && delivery.SkippedBecause == null, cancellationToken),
            await inOutbox.SelectMany(mail => db.Deliveries.Where(delivery => delivery.OutboxEmailId == mail.Id && delivery.SkippedBecause == null)).CountAsync(cancellationToken));
    }
}
