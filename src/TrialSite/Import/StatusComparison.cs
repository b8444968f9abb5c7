using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences in whether the trial runs, and why it does not.</summary>
internal static class StatusComparison
{
    public static IEnumerable<FieldDifference> Between(RegistryRecord before, RegistryRecord after) =>
    [
        .. TextComparison.Between(TrialField.RegistryStatus, before.StatusWord, after.StatusWord),
        .. IsToldByStatus(before, after) ? [] : TextComparison.Between(TrialField.RegistryLastKnownStatus, before.LastKnownStatusWord, after.LastKnownStatusWord),
        .. TextComparison.Between(TrialField.RegistryWhyStopped, before.WhyStopped, after.WhyStopped),
    ];

    /// <summary>When a trial becomes unknown, what it was last is what it was before, and it goes when the status is known again.</summary>
    private static bool IsToldByStatus(RegistryRecord before, RegistryRecord after) =>
        !Wording.IsAlike(before.StatusWord, after.StatusWord)
        && (before.LastKnownStatusWord is null || after.LastKnownStatusWord is null);
}
