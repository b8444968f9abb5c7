using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>Which topics a change matches: who follows one of them is told.</summary>
public static class ChangeTopics
{
    /// <summary>The trial's own; and a condition's, when the trial is new under it.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="trial">The version that the change leads to.</param>
    public static IReadOnlyList<Topic> Of(TrialChange change, Trial trial) => [Topic.Of(change.NctId), .. NewConditions(change, trial).Distinct()];

    private static IEnumerable<Topic> NewConditions(TrialChange change, Trial trial)
    {
        if (change.IsFirstListing)
            return TrialConditions.Of(trial).Select(condition => Topic.OfConditionNamed(condition.Name));
        var differences = change.Differences.Where(difference => difference.Field == TrialField.Condition).ToList();
        // Another spelling of a condition leads to the same page: the trial is not new there.
        return TopicsOf(differences.Select(difference => difference.After)).Except(TopicsOf(differences.Select(difference => difference.Before)));
    }

    private static IEnumerable<Topic> TopicsOf(IEnumerable<string?> conditions) => conditions.OfType<string>().Select(Topic.OfConditionNamed);
}
