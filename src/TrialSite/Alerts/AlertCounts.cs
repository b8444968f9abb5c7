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

    /// <summary>In one statement: between two, a dispatcher would move deliveries from one figure to another.</summary>
    public static async Task<AlertCounts> Read(TrialDbContext db, CancellationToken cancellationToken)
    {
        var deliveries = db.Deliveries;
        var inOutbox = db.OutboxEmails.Where(mail => mail.State == OutboxEmailState.Waiting || mail.State == OutboxEmailState.Claimed);
        var counts = await db.Catalogue.Select(_ => new
        {
            Due = deliveries.Count(),
            Sent = deliveries.Count(delivery => delivery.SentAt != null),
            NothingLeft = deliveries.Count(delivery => delivery.SkippedBecause == DeliverySkip.NothingLeft),
            Stopped = deliveries.Count(delivery => delivery.SkippedBecause == DeliverySkip.Stopped),
            Refused = deliveries.Count(delivery => delivery.SkippedBecause == DeliverySkip.Refused),
            Waiting = deliveries.Count(delivery => delivery.OutboxEmailId == null && delivery.SkippedBecause == null),
            WaitingInOutbox = inOutbox.SelectMany(mail => deliveries.Where(delivery => delivery.OutboxEmailId == mail.Id && delivery.SkippedBecause == null)).Count(),
        }).SingleAsync(cancellationToken);
        (DeliverySkip Because, int Count)[] skipped = [(DeliverySkip.NothingLeft, counts.NothingLeft), (DeliverySkip.Stopped, counts.Stopped), (DeliverySkip.Refused, counts.Refused)];
        return new(
            counts.Due,
            counts.Sent,
            skipped.Where(reason => reason.Count > 0).ToDictionary(reason => reason.Because, reason => reason.Count),
            counts.Waiting,
            counts.WaitingInOutbox);
    }
}
