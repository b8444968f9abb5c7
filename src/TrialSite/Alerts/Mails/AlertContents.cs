using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>What each alert of a batch tells, read in a few queries: most of them tell the same changes of the same trials.</summary>
internal sealed class AlertContents
{
    private const int VersionsAtOnce = 500;

    private readonly Dictionary<int, TrialChange> changes;
    private readonly Dictionary<int, Subscription> subscriptions;
    private readonly IReadOnlyDictionary<Topic, string> conditionNames;
    private readonly ILookup<int, Delivery> deliveries;
    private readonly Dictionary<(NctId, int), Trial> versions;
    private readonly Dictionary<string, IReadOnlyList<NetChange>> netChanges = [];

    private AlertContents(
        IEnumerable<Delivery> deliveries,
        IEnumerable<TrialChange> changes,
        IEnumerable<Subscription> subscriptions,
        IReadOnlyDictionary<Topic, string> conditionNames,
        IEnumerable<Trial> versions)
    {
        this.deliveries = deliveries.ToLookup(delivery => delivery.OutboxEmailId!.Value);
        this.changes = changes.ToDictionary(change => change.Id);
        this.subscriptions = subscriptions.ToDictionary(subscription => subscription.Id);
        this.conditionNames = conditionNames;
        this.versions = versions.ToDictionary(trial => (trial.NctId, trial.Version));
    }

    public static async Task<AlertContents> Load(TrialDbContext db, IEnumerable<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var ids = mails.Where(mail => mail.Kind == OutboxEmailKind.Alert).Select(mail => (int?)mail.Id).ToList();
        var deliveries = db.Deliveries.Where(delivery => ids.Contains(delivery.OutboxEmailId));
        var changes = await db.TrialChanges.Where(change => deliveries.Any(delivery => delivery.ChangeId == change.Id)).ToListAsync(cancellationToken);
        var subscriptions = await db.Subscriptions.Where(subscription => deliveries.Any(delivery => delivery.SubscriptionId == subscription.Id)).ToListAsync(cancellationToken);
        return new(
            await deliveries.ToListAsync(cancellationToken),
            changes,
            subscriptions,
            await TopicWords.ConditionNames(db, subscriptions.Select(subscription => subscription.Topic), cancellationToken),
            await Versions(db, changes, cancellationToken));
    }

    /// <summary>In the order of NCT IDs; empty when nothing is left to tell, or nobody wants to be told.</summary>
    public IReadOnlyList<AlertItem> Of(OutboxEmail mail)
    {
        var told = deliveries[mail.Id].Where(IsToTell).ToList();
        return
        [
            .. NetOf(told).Where(net => net.Differences.Count > 0).Select(net => ItemOf(net, told))
                .OrderBy(item => item.IsNewTrial).ThenBy(item => item.Trial.NctId.Value, StringComparer.Ordinal).ThenBy(item => item.Change.ToVersion),
        ];
    }

    private bool IsToTell(Delivery delivery) => delivery.SkippedBecause is null && subscriptions.ContainsKey(delivery.SubscriptionId);

    private IReadOnlyList<NetChange> NetOf(IEnumerable<Delivery> told)
    {
        var ids = told.Select(delivery => delivery.ChangeId).Where(changes.ContainsKey).Order().ToList();
        var key = string.Join(' ', ids);
        if (!netChanges.TryGetValue(key, out var net))
            netChanges.Add(key, net = NetChange.Of(ids.Select(id => changes[id]), (nctId, version) => versions.GetValueOrDefault((nctId, version))));
        return net;
    }

    /// <summary>A wish for the trial itself says more than one for a condition of it.</summary>
    private AlertItem ItemOf(NetChange net, IEnumerable<Delivery> told)
    {
        var because = told.Where(delivery => IsPartOf(changes[delivery.ChangeId], net)).Select(delivery => subscriptions[delivery.SubscriptionId])
            .OrderBy(subscription => subscription.Topic.Kind).ThenBy(subscription => subscription.Id).First();
        return new(net, because.StopTarget, because.Topic.Kind == TopicKind.Condition ? conditionNames.GetValueOrDefault(because.Topic, "a condition") : null);
    }

    private static bool IsPartOf(TrialChange change, NetChange net) =>
        change.NctId == net.NctId && change.FromVersion >= net.FromVersion && change.ToVersion <= net.ToVersion;

    private static async Task<IReadOnlyList<Trial>> Versions(TrialDbContext db, IEnumerable<TrialChange> changes, CancellationToken cancellationToken)
    {
        var needed = changes.SelectMany(change => new[] { (change.NctId, change.FromVersion), (change.NctId, change.ToVersion) }).Distinct().ToHashSet();
        var versions = new List<Trial>();
        foreach (var chunk in needed.Chunk(VersionsAtOnce))
        {
            var nctIds = chunk.Select(version => version.NctId).Distinct().ToList();
            var numbers = chunk.Select(version => version.Item2).Distinct().ToList();
            var found = await db.Trials.IgnoreQueryFilters().Where(trial => nctIds.Contains(trial.NctId) && numbers.Contains(trial.Version)).ToListAsync(cancellationToken);
            versions.AddRange(found.Where(trial => chunk.Contains((trial.NctId, trial.Version))));
        }
        return versions;
    }
}
