using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>What several changes of one trial come to: the difference between the first version and the last.</summary>
/// <param name="NctId">The trial.</param>
/// <param name="FromVersion">0 when the trial was new.</param>
/// <param name="ToVersion">The version at the end.</param>
/// <param name="Before">Null when the trial was new.</param>
/// <param name="After">What the site shows at the end.</param>
/// <param name="Differences">Empty when the trial is again as it was: nothing to tell.</param>
public sealed record NetChange(NctId NctId, int FromVersion, int ToVersion, Trial? Before, Trial After, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>By trial, and within a trial from the oldest; several of one trial when what happened between them is told elsewhere.</summary>
    /// <param name="changes">Those that one mail tells, in any order.</param>
    /// <param name="version">A trial's version by its number.</param>
    public static IReadOnlyList<NetChange> Of(IEnumerable<TrialChange> changes, Func<NctId, int, Trial?> version) =>
    [
        .. changes.GroupBy(change => change.NctId)
            .OrderBy(trial => trial.Key.Value, StringComparer.Ordinal)
            .SelectMany(trial => Runs(trial.OrderBy(change => change.ToVersion), version)),
    ];

    private static List<NetChange> Runs(IEnumerable<TrialChange> ofOneTrial, Func<NctId, int, Trial?> version)
    {
        var runs = new List<NetChange>();
        foreach (var change in ofOneTrial)
        {
            if (runs.Count > 0 && Follows(change, runs[^1], version))
                runs[^1] = Between(change.NctId, runs[^1].FromVersion, change.ToVersion, version);
            else
                runs.Add(Between(change.NctId, change.FromVersion, change.ToVersion, version));
        }
        return runs;
    }

    /// <summary>A version with another date or other spacing alone may lie between: no change leads to it.</summary>
    private static bool Follows(TrialChange change, NetChange run, Func<NctId, int, Trial?> version) =>
        change.FromVersion == run.ToVersion || TrialComparison.Between(run.After, Known(change.NctId, change.FromVersion, version)).Count == 0;

    private static NetChange Between(NctId nctId, int fromVersion, int toVersion, Func<NctId, int, Trial?> version)
    {
        var before = fromVersion == 0 ? null : Known(nctId, fromVersion, version);
        var after = Known(nctId, toVersion, version);
        return new(nctId, fromVersion, toVersion, before, after, TrialComparison.Between(before, after));
    }

    private static Trial Known(NctId nctId, int number, Func<NctId, int, Trial?> version) =>
        version(nctId, number) ?? throw new InvalidOperationException($"Version {number} of a trial with a change is not in the store.");
}
