using System.Text.Json.Serialization;

namespace TrialSite.Registry;

// The parts of a study of ClinicalTrials.gov's API v2 that the site reads, under the API's own names; every one may be missing.
// https://clinicaltrials.gov/data-api/about-api/study-data-structure

internal sealed class ApiStudy
{
    public ApiProtocolSection? ProtocolSection { get; set; }
    public ApiDerivedSection? DerivedSection { get; set; }
    public bool? HasResults { get; set; }
}

internal sealed class ApiProtocolSection
{
    public ApiIdentification? IdentificationModule { get; set; }
    public ApiStatus? StatusModule { get; set; }
    public ApiSponsors? SponsorCollaboratorsModule { get; set; }
    public ApiDescription? DescriptionModule { get; set; }
    public ApiConditions? ConditionsModule { get; set; }
    public ApiDesign? DesignModule { get; set; }
    public ApiInterventions? ArmsInterventionsModule { get; set; }
    public ApiOutcomes? OutcomesModule { get; set; }
    public ApiEligibility? EligibilityModule { get; set; }
    public ApiContactsLocations? ContactsLocationsModule { get; set; }
}

internal sealed class ApiIdentification
{
    public string? NctId { get; set; }
    public List<string?>? NctIdAliases { get; set; }
    public string? BriefTitle { get; set; }
    public string? OfficialTitle { get; set; }
    public string? Acronym { get; set; }
}

internal sealed class ApiStatus
{
    public string? OverallStatus { get; set; }
    public string? LastKnownStatus { get; set; }
    public string? StatusVerifiedDate { get; set; }
    public string? WhyStopped { get; set; }
    public ApiDate? StartDateStruct { get; set; }
    public ApiDate? PrimaryCompletionDateStruct { get; set; }
    public ApiDate? CompletionDateStruct { get; set; }
    public ApiDate? StudyFirstPostDateStruct { get; set; }
    public ApiDate? LastUpdatePostDateStruct { get; set; }
}

internal sealed class ApiDate
{
    public string? Date { get; set; }
    public string? Type { get; set; }
}

internal sealed class ApiSponsors
{
    public ApiSponsor? LeadSponsor { get; set; }
}

internal sealed class ApiSponsor
{
    public string? Name { get; set; }
}

internal sealed class ApiDescription
{
    public string? BriefSummary { get; set; }
}

internal sealed class ApiConditions
{
    public List<string?>? Conditions { get; set; }
    public List<string?>? Keywords { get; set; }
}

internal sealed class ApiDesign
{
    public string? StudyType { get; set; }
    public List<string?>? Phases { get; set; }
    public ApiEnrollment? EnrollmentInfo { get; set; }
}

internal sealed class ApiEnrollment
{
    public int? Count { get; set; }
    public string? Type { get; set; }
}

internal sealed class ApiInterventions
{
    public List<ApiIntervention?>? Interventions { get; set; }
}

internal sealed class ApiIntervention
{
    public string? Type { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public List<string?>? OtherNames { get; set; }
}

internal sealed class ApiOutcomes
{
    public List<ApiOutcome?>? PrimaryOutcomes { get; set; }
}

internal sealed class ApiOutcome
{
    public string? Measure { get; set; }
    public string? TimeFrame { get; set; }
}

internal sealed class ApiEligibility
{
    public string? EligibilityCriteria { get; set; }
    public bool? HealthyVolunteers { get; set; }
    public string? Sex { get; set; }
    public string? MinimumAge { get; set; }
    public string? MaximumAge { get; set; }
}

internal sealed class ApiContactsLocations
{
    public List<ApiContact?>? CentralContacts { get; set; }
    public List<ApiLocation?>? Locations { get; set; }
}

internal sealed class ApiContact
{
    public string? Role { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
}

internal sealed class ApiLocation
{
    public string? Facility { get; set; }
    public string? Status { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? Zip { get; set; }
    public string? Country { get; set; }
    public ApiPoint? GeoPoint { get; set; }
    public List<ApiContact?>? Contacts { get; set; }
}

internal sealed class ApiPoint
{
    public double? Lat { get; set; }
    public double? Lon { get; set; }
}

internal sealed class ApiDerivedSection
{
    public ApiConditionBrowse? ConditionBrowseModule { get; set; }
}

internal sealed class ApiConditionBrowse
{
    public List<ApiMeshTerm?>? Meshes { get; set; }
    public List<ApiMeshTerm?>? Ancestors { get; set; }
}

internal sealed class ApiMeshTerm
{
    public string? Id { get; set; }
    public string? Term { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, MaxDepth = 64)]
[JsonSerializable(typeof(ApiStudy))]
internal sealed partial class ApiStudyJson : JsonSerializerContext;
