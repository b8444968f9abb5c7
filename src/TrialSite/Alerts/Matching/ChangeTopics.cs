using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>Which topics a change matches: who follows one of them is told.</summary>
public static class ChangeTopics
{
    /// <summary>The trial's own; and a condition's, when the trial is new under it or under a kind of it.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="trial">The version that the change leads to.</param>
    public static IReadOnlyList<Topic> Of(TrialChange change, Trial trial) => [Topic.Of(change.NctId), .. NewConditions(change, trial).Distinct()];

    private static IEnumerable<Topic> NewConditions(TrialChange change, Trial trial)
    {
        var conditions = TrialConditions.Of(trial);
        if (change.IsFirstListing)
            return conditions.Select(Topic.Of);
        var differences = change.Differences.Where(difference => difference.Field == TrialField.Condition).ToList();
        var added = Named(differences.Select(difference => difference.After));
        var before = Named(differences.Select(difference => difference.Before));
        // Another spelling of a condition leads to the same page, and another kind of it to the same broader one: the trial is not new there.
        var staying = conditions.Where(condition => !condition.IsBroader).Select(Topic.Of).Except(added);
        return WithBroader(added).Except(WithBroader(before)).Except(WithBroader(staying));
    }

    private static List<Topic> Named(IEnumerable<string?> names) => [.. names.OfType<string>().Select(Topic.OfConditionNamed)];

    private static IEnumerable<Topic> WithBroader(IEnumerable<Topic> topics) =>
        topics.SelectMany(topic => LayNames.Ours.Above(topic.Key).Select(Topic.Of).Prepend(topic));
}
