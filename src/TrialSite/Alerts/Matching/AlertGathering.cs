using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Makes one mail of everything that is due for a person.</summary>
/// <remarks>It asks what is due and in no mail yet, never what became due since the last run: no run can be missed, and none does harm twice.</remarks>
public sealed class AlertGathering(TrialWriter writer, IServiceScopeFactory scopes, AlertOptions alerts, MailOptions mail, TimeProvider time)
{
    private const int ChunkSize = 500;

    /// <summary>How many mails were put into the outbox.</summary>
    public async Task<int> Gather(CancellationToken cancellationToken)
    {
        var moment = new GatheringMoment(time.GetUtcNow(), alerts);
        var told = new ToldChanges();
        var mails = 0;
        var each = new EachByItself(cancellationToken);
        foreach (var people in (await ReadyPeople(moment, cancellationToken)).Chunk(ChunkSize))
            mails += await each.TryTogether(people, Write);
        each.TellFault();
        return mails;

        Task<int> Write(IReadOnlyCollection<int> people) =>
            writer.Write(WriteLane.Import, db => new GatheredChunk(db, told, moment, mail.MessageIdDomain).Write(people, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<int>> ReadyPeople(GatheringMoment moment, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var waiting = await WaitingDelivery.Until(moment, db).Select(delivery => new { delivery.SubscriberId, delivery.DueAt }).ToListAsync(cancellationToken);
        return [.. waiting.GroupBy(delivery => delivery.SubscriberId, delivery => delivery.DueAt).Where(person => moment.IsReady([.. person])).Select(person => person.Key).Order()];
    }
}
