using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>What is left to tell of changes that follow each other: the difference between the first version and the last.</summary>
/// <remarks>From version 0: the trial was new. No difference: everything changed back.</remarks>
public sealed record NetChange(NctId NctId, int FromVersion, int ToVersion, Trial? Before, Trial After, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>One for each unbroken run of versions of each trial.</summary>
    public static IReadOnlyList<NetChange> Of(IEnumerable<TrialChange> changes, Func<NctId, int, Trial?> version)
    {
        var net = new List<NetChange>();
        foreach (var ofTrial in changes.GroupBy(change => change.NctId))
        {
            foreach (var (from, to) in Runs(ofTrial))
            {
                var before = from == 0 ? null : version(ofTrial.Key, from);
                if (version(ofTrial.Key, to) is { } after)
                    net.Add(new(ofTrial.Key, from, to, before, after, TrialComparison.Between(before, after)));
            }
        }
        return net;
    }

    private static List<(int From, int To)> Runs(IEnumerable<TrialChange> changes)
    {
        var runs = new List<(int From, int To)>();
        foreach (var change in changes.OrderBy(change => change.ToVersion))
        {
            if (runs is [.., var last] && last.To == change.FromVersion)
                runs[^1] = (last.From, change.ToVersion);
            else
                runs.Add((change.FromVersion, change.ToVersion));
        }
        return runs;
    }
}
