using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Writes one change's deliveries, by subscriber from the lowest id, in chunks that are short enough for a visitor to wait for.</summary>
internal sealed class FanOut(MatchedChange change, DateTimeOffset turnedAt, DigestClock clock, DateTimeOffset now)
{
    private const int ChunkSize = 5000;

    private int lastDone;

    public bool IsDone => lastDone == int.MaxValue;

    /// <summary>How many deliveries were new.</summary>
    public async Task<int> WriteNextChunk(TrialDbContext db, CancellationToken cancellationToken)
    {
        var last = await LastOfNextChunk(db, cancellationToken);
        var written = await db.Database.ExecuteSqlRawAsync(Sql, Parameters(last), cancellationToken);
        lastDone = last;
        return written;
    }

    /// <summary>Along the index: at most that many followers of each topic.</summary>
    private async Task<int> LastOfNextChunk(TrialDbContext db, CancellationToken cancellationToken)
    {
        var last = int.MaxValue;
        foreach (var topic in change.Topics)
        {
            var ofTopic = await db.Subscriptions
                .Where(subscription => subscription.EndedAt == null && subscription.Topic == topic && subscription.SubscriberId > lastDone)
                .OrderBy(subscription => subscription.SubscriberId)
                .Select(subscription => (int?)subscription.SubscriberId)
                .Skip(ChunkSize - 1)
                .FirstOrDefaultAsync(cancellationToken);
            last = Math.Min(last, ofTopic ?? int.MaxValue);
        }
        return last;
    }

    /// <summary>One delivery a person: due with the earliest of the subscriptions that match, because of the trial's own if there is one.</summary>
    private string Sql => $$"""
        INSERT INTO "Deliveries" ("SubscriberId", "ChangeId", "SubscriptionId", "DueAt")
        SELECT s."SubscriberId", {0},
            COALESCE(MIN(CASE WHEN s."Topic" = {8} THEN s."Id" END), MIN(s."Id")),
            MIN(CASE s."Frequency" WHEN 'AtOnce' THEN {1} WHEN 'Daily' THEN {2} ELSE {3} END)
        FROM "Subscriptions" AS s
        JOIN "Subscribers" AS p ON p."Id" = s."SubscriberId"
        WHERE s."EndedAt" IS NULL AND s."StartedAt" <= {4} AND s."SubscriberId" > {5} AND s."SubscriberId" <= {6}
            AND p."State" <> {7} AND s."Topic" IN ({{string.Join(", ", change.Topics.Select((_, i) => $"{{{i + 8}}}"))}})
        GROUP BY s."SubscriberId"
        ON CONFLICT DO NOTHING
        """;

    private IEnumerable<object> Parameters(int last) =>
    [
        change.ChangeId,
        clock.Due(AlertFrequency.AtOnce, now),
        clock.Due(AlertFrequency.Daily, now),
        clock.Due(AlertFrequency.Weekly, now),
        turnedAt,
        lastDone,
        last,
        nameof(SubscriberState.Stopped),
        .. change.Topics.Select(topic => topic.ToString()),
    ];
}
