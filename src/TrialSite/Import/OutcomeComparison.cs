using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences in what the trial mainly wants to find out.</summary>
internal static class OutcomeComparison
{
    public static IEnumerable<FieldDifference> Between(IReadOnlyList<PrimaryOutcome> before, IReadOnlyList<PrimaryOutcome> after) =>
        ListComparison.Between(TrialField.RegistryMainGoal, before, after, InWords, outcome => outcome.Measure);

    private static string InWords(PrimaryOutcome outcome) => (outcome.Measure, outcome.TimeFrame) switch
    {
        (null, var time) => $"Time: {time}",
        (var measure, null) => measure,
        (var measure, var time) => $"{measure} (time: {time})",
    };
}
