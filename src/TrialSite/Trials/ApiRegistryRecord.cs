using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>What the registry's record says, as JSON: its own words for status, phase and the like, texts as plain text. Of contacts only whether there is one.</summary>
public sealed record ApiRegistryRecord(
    string? BriefTitle,
    string? OfficialTitle,
    string? Acronym,
    string? Sponsor,
    string? Status,
    string? LastKnownStatus,
    string? StatusVerified,
    DateOnly? FirstPosted,
    DateOnly? LastUpdatePosted,
    string? WhyStopped,
    string? StudyType,
    IReadOnlyList<string> Phases,
    ApiEnrolment? Enrolment,
    ApiMilestone? Start,
    ApiMilestone? PrimaryCompletion,
    ApiMilestone? Completion,
    IReadOnlyList<ApiIntervention> Interventions,
    string? BriefSummary,
    ApiEligibility Eligibility,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<ApiMeshTerm> MeshConditions,
    IReadOnlyList<ApiOutcome> PrimaryOutcomes,
    IReadOnlyList<ApiPlace> Places,
    bool HasContact,
    bool? HasResults)
{
    public static ApiRegistryRecord From(RegistryRecord record) => new(
        record.Title,
        record.OfficialTitle,
        record.Acronym,
        record.Sponsor,
        record.StatusWord,
        record.LastKnownStatusWord,
        record.StatusVerified?.ToString(),
        record.FirstPosted,
        record.LastUpdatePosted,
        record.WhyStopped,
        record.TypeWord,
        record.PhaseWords,
        record.Enrolment is { } enrolment ? new(enrolment.Count, enrolment.IsActual) : null,
        From(record.Start),
        From(record.PrimaryCompletion),
        From(record.Completion),
        [.. record.Interventions.Select(intervention => new ApiIntervention(intervention.TypeWord, intervention.Name, intervention.Description, intervention.OtherNames))],
        record.BriefSummary,
        From(record.Eligibility),
        record.Conditions,
        record.Keywords,
        [.. record.MeshConditions.Select(term => new ApiMeshTerm(term.Id, term.Term))],
        [.. record.PrimaryOutcomes.Select(outcome => new ApiOutcome(outcome.Measure, outcome.TimeFrame))],
        [.. record.Locations.Select(From)],
        record.Contacts.Count > 0,
        record.HasResults);

    private static ApiMilestone? From(Milestone? milestone) => milestone is null ? null : new(milestone.Date.ToString(), milestone.IsActual);

    private static ApiEligibility From(Eligibility who) =>
        new(who.Criteria, who.MinimumAge?.Given, who.MaximumAge?.Given, who.SexWord, who.TakesHealthyVolunteers);

    /// <summary>Named as on the page: some registrants put a doctor's name into the field.</summary>
    private static ApiPlace From(RegistryLocation place) => new(
        PlaceName.Of(place).Name,
        place.StatusWord,
        place.City,
        place.State,
        place.PostalCode,
        place.Country,
        place.Point?.Latitude,
        place.Point?.Longitude,
        place.Contacts.Count > 0);
}

/// <param name="Count">People.</param>
/// <param name="IsActual">True when they were counted, false when they are planned; null when the record does not say.</param>
public sealed record ApiEnrolment(int Count, bool? IsActual);

/// <param name="Date">2026-03 or 2026-03-17, as precise as it is given.</param>
/// <param name="IsActual">True when it happened, false when it is expected; null when the record does not say.</param>
public sealed record ApiMilestone(string Date, bool? IsActual);

public sealed record ApiIntervention(string? Type, string? Name, string? Description, IReadOnlyList<string> OtherNames);

/// <summary>Null is no limit, or not said; never "no".</summary>
public sealed record ApiEligibility(string? Criteria, string? MinimumAge, string? MaximumAge, string? Sex, bool? HealthyVolunteers);

public sealed record ApiMeshTerm(string Id, string Term);

public sealed record ApiOutcome(string? Measure, string? TimeFrame);

/// <summary>The point is the city's, as the registry gives it.</summary>
public sealed record ApiPlace(
    string Name,
    string? Status,
    string? City,
    string? State,
    string? PostalCode,
    string? Country,
    double? Latitude,
    double? Longitude,
    bool HasContact);
