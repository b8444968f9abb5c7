using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences in who can take part.</summary>
internal static class EligibilityComparison
{
    public static IEnumerable<FieldDifference> Between(Eligibility before, Eligibility after) =>
    [
        .. TextComparison.Between(TrialField.RegistryMinimumAge, before.MinimumAge?.InWords, after.MinimumAge?.InWords),
        .. TextComparison.Between(TrialField.RegistryMaximumAge, before.MaximumAge?.InWords, after.MaximumAge?.InWords),
        .. TextComparison.Between(TrialField.RegistrySex, before.SexWord, after.SexWord),
        .. TextComparison.Between(
            TrialField.RegistryHealthyVolunteers,
            RegistryWords.Of(before.TakesHealthyVolunteers),
            RegistryWords.Of(after.TakesHealthyVolunteers)),
        .. TextComparison.Between(TrialField.RegistryCriteria, before.Criteria, after.Criteria),
    ];
}
