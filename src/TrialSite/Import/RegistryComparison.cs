using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>What a reader sees changed between two versions of a record: nothing when <see cref="ContentHash.Of(RegistryRecord)"/> is the same.</summary>
/// <remarks>White space, case and order alone are no change though the hash differs, nor is the point that the registry reckons from a city.</remarks>
public static class RegistryComparison
{
    public static IReadOnlyList<FieldDifference> Between(RegistryRecord before, RegistryRecord after) =>
    [
        .. StatusComparison.Between(before, after),
        .. TextComparison.Between(TrialField.RegistryResults, RegistryWords.Of(before.HasResults), RegistryWords.Of(after.HasResults)),
        .. EligibilityComparison.Between(before.Eligibility, after.Eligibility),
        .. LocationComparison.Between(RegistryPlaces.Of(before), RegistryPlaces.Of(after)),
        .. TextComparison.Between(TrialField.RegistryType, before.TypeWord, after.TypeWord),
        .. TextComparison.Between(TrialField.RegistryPhase, Phases(before), Phases(after)),
        .. OutcomeComparison.Between(before.PrimaryOutcomes, after.PrimaryOutcomes),
        .. InterventionComparison.Between(before.Interventions, after.Interventions),
        .. TextComparison.Between(TrialField.RegistryEnrolment, before.Enrolment?.ToString(), after.Enrolment?.ToString()),
        .. TextComparison.Between(TrialField.RegistryStart, before.Start?.ToString(), after.Start?.ToString()),
        .. TextComparison.Between(TrialField.RegistryMainCompletion, before.PrimaryCompletion?.ToString(), after.PrimaryCompletion?.ToString()),
        .. TextComparison.Between(TrialField.RegistryCompletion, before.Completion?.ToString(), after.Completion?.ToString()),
        .. TextComparison.Between(TrialField.RegistrySummary, before.BriefSummary, after.BriefSummary),
        .. TextComparison.Between(TrialField.RegistrySponsor, before.Sponsor, after.Sponsor),
        .. TextComparison.Between(TrialField.RegistryTitle, before.Title, after.Title),
        .. TextComparison.Between(TrialField.RegistryOfficialTitle, before.OfficialTitle, after.OfficialTitle),
        .. TextComparison.Between(TrialField.RegistryAcronym, before.Acronym, after.Acronym),
        .. ListComparison.Between(TrialField.RegistryConditions, before.Conditions, after.Conditions),
        .. ListComparison.Between(TrialField.RegistryKeywords, before.Keywords, after.Keywords),
        .. ContactComparison.Between(TrialField.Contact, before.Contacts, after.Contacts),
    ];

    private static string? Phases(RegistryRecord record) =>
        record.PhaseWords.Count == 0 ? null : string.Join(' ', record.PhaseWords.Order(StringComparer.Ordinal));
}
