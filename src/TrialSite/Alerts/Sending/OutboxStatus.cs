using Microsoft.EntityFrameworkCore;
using TrialSite.Import;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>What an operator wants to know of the outbox: figures and what servers said, nobody's address.</summary>
/// <param name="Mails">By state.</param>
/// <param name="OldestDue">Since when the longest waiting mail could have gone out; null when none waits.</param>
/// <param name="Replies">Why mails wait that were tried, with how many do.</param>
/// <param name="Suppressed">Addresses that no mail goes to at present.</param>
/// <param name="HeldImports">Imports that wait for an editor.</param>
public sealed record OutboxStatus(
    IReadOnlyDictionary<OutboxEmailState, int> Mails, DateTimeOffset? OldestDue, IReadOnlyList<(string Reply, int Mails)> Replies, int Suppressed, int HeldImports)
{
    public static async Task<OutboxStatus> Read(TrialDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = db.OutboxEmails.Where(mail => mail.State == OutboxEmailState.Waiting);
        var replies = await waiting.Where(mail => mail.LastReply != null)
            .GroupBy(mail => mail.LastReply!)
            .Select(reply => new { reply.Key, Count = reply.Count() })
            .ToListAsync(cancellationToken);
        return new(
            await db.OutboxEmails.GroupBy(mail => mail.State).Select(state => new { state.Key, Count = state.Count() }).ToDictionaryAsync(state => state.Key, state => state.Count, cancellationToken),
            await waiting.OrderBy(mail => mail.NotBefore).ThenBy(mail => mail.Id).Select(mail => (DateTimeOffset?)mail.NotBefore).FirstOrDefaultAsync(cancellationToken),
            [.. replies.OrderByDescending(reply => reply.Count).Select(reply => (reply.Key, reply.Count))],
            await db.Suppressions.CountAsync(row => row.Until == null || row.Until > now, cancellationToken),
            await db.CatalogueImports.CountAsync(import => import.State == CatalogueImportState.Held, cancellationToken));
    }
}
