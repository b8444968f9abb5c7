using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>Changes with their versions, and what several of them come to; kept for a run, because thousands of people are told the same.</summary>
internal sealed class ToldChanges
{
    private readonly Dictionary<int, TrialChange> changes = [];
    private readonly Dictionary<(NctId NctId, int Version), Trial> versions = [];
    private readonly HashSet<NctId> listed = [];
    private readonly Dictionary<string, bool> nothingLeft = [];

    public async Task Load(IEnumerable<int> changeIds, TrialDbContext db, CancellationToken cancellationToken)
    {
        var missing = changeIds.Where(id => !changes.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        var loaded = await db.TrialChanges.IgnoreQueryFilters().AsNoTracking().Where(change => missing.Contains(change.Id)).ToListAsync(cancellationToken);
        foreach (var change in loaded)
            changes.Add(change.Id, change);
        var nctIds = loaded.Select(change => change.NctId).Distinct().ToList();
        var wanted = loaded.SelectMany(change => new[] { change.FromVersion, change.ToVersion }).Distinct().ToList();
        foreach (var version in await db.Trials.IgnoreQueryFilters().AsNoTracking().Where(trial => nctIds.Contains(trial.NctId) && wanted.Contains(trial.Version)).ToListAsync(cancellationToken))
            versions[(version.NctId, version.Version)] = version;
        listed.UnionWith(await db.Trials.Where(trial => nctIds.Contains(trial.NctId) && trial.IsListed).Select(trial => trial.NctId).ToListAsync(cancellationToken));
    }

    /// <summary>Of one person's changes, those of trials for which all of them together come to nothing.</summary>
    public IEnumerable<int> WithNothingLeft(IEnumerable<int> changeIds) =>
        changeIds.GroupBy(id => changes[id].NctId).Where(trial => IsNothingLeft(trial.Key, [.. trial.Order()])).SelectMany(trial => trial);

    public Topic TopicOf(int changeId) => Topic.Of(changes[changeId].NctId);

    /// <summary>The conditions under which the change made the trial a new one, and since when that is known.</summary>
    public (IReadOnlyList<Topic> Topics, DateTimeOffset SeenAt) ConditionsOf(int changeId)
    {
        var change = changes[changeId];
        var topics = Version(change.NctId, change.ToVersion) is { } trial ? ChangeTopics.Of(change, trial) : [];
        return ([.. topics.Where(topic => topic.Kind == TopicKind.Condition)], change.SeenAt);
    }

    private bool IsNothingLeft(NctId nctId, IReadOnlyList<int> changeIds)
    {
        var key = string.Join(' ', changeIds);
        if (!nothingLeft.TryGetValue(key, out var isNothing))
            nothingLeft[key] = isNothing = NetChange.Of(changeIds.Select(id => changes[id]), Version).All(net => net.Differences.Count == 0 || IsGoneAgain(net));
        return isNothing;

        // Who follows the condition alone has no delivery of the removal: told of a new trial that is gone, they would look for it in vain.
        bool IsGoneAgain(NetChange net) => net.FromVersion == 0 && !listed.Contains(nctId);
    }

    private Trial? Version(NctId nctId, int number) => versions.GetValueOrDefault((nctId, number));
}
