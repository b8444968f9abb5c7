using System.Text.Json.Serialization;

namespace TrialSite.Trials;

/// <summary>The part of a trial that a difference is about.</summary>
/// <remarks>The names are stored with every change: none may be renamed or given to another part.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TrialField>))]
public enum TrialField
{
    [JsonStringEnumMemberName("listing")]
    Listing,
    [JsonStringEnumMemberName("title")]
    Title,
    [JsonStringEnumMemberName("summary")]
    Summary,
    [JsonStringEnumMemberName("activeSubstance")]
    ActiveSubstance,
    [JsonStringEnumMemberName("couldLeadTo")]
    CouldLeadTo,
    [JsonStringEnumMemberName("couldGoWrong")]
    CouldGoWrong,
    [JsonStringEnumMemberName("condition")]
    Condition,
    [JsonStringEnumMemberName("registrantCondition")]
    RegistrantCondition,
    [JsonStringEnumMemberName("contact")]
    Contact,
    [JsonStringEnumMemberName("location")]
    Location,
    [JsonStringEnumMemberName("location.name")]
    LocationName,
    [JsonStringEnumMemberName("location.status")]
    LocationStatus,
    [JsonStringEnumMemberName("location.address")]
    LocationAddress,
    [JsonStringEnumMemberName("location.contact")]
    LocationContact,
}
