using System.Text.Json.Serialization;
using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>A trial as JSON: the contract of <c>/api/v1/trials/{nctId}</c> and of <c>trialsite check --format json</c>. Absent values are null.</summary>
public sealed record ApiTrial(
    string? NctId,
    string? Title,
    DateOnly? FirstSeen,
    DateOnly? LastUpdated,
    string? Summary,
    ApiPlainLanguageRead? PlainLanguageRead,
    IReadOnlyList<ApiCondition> Conditions,
    IReadOnlyList<string> RegistrantConditions,
    IReadOnlyList<ApiContact> Contacts,
    IReadOnlyList<ApiLocation> Locations,
    string? OriginalStudy,
    string? Url)
{
    /// <summary>Absent for a seed, and for a trial without a record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiRegistryRecord? Registry { get; init; }

    /// <summary>With what the registry says beside the editor's words, or alone.</summary>
    public static ApiTrial From(Trial trial, string publicBaseUrl) => From(trial.ToSeed(), publicBaseUrl) with
    {
        Conditions = [.. TrialConditions.OwnOf(trial).Select(condition => new ApiCondition(condition.Name, condition.Slug))],
        Registry = trial.LastLayers.Registry is { } record ? ApiRegistryRecord.From(record) : null,
    };

    public static ApiTrial From(SeedDocument seed, string publicBaseUrl) => new(
        seed.NctId,
        seed.Title,
        seed.FirstSeen,
        seed.LastUpdated,
        seed.Summary,
        seed.PlainLanguageRead is { } read ? new(read.ActiveSubstance, read.CouldLeadTo, read.CouldGoWrong) : null,
        [.. seed.Conditions.Select(name => new ApiCondition(name, Slug.From(name)))],
        seed.RegistrantConditions,
        ContactsFrom(seed.Contacts),
        [.. seed.Locations.Select(place => new ApiLocation(place.Name, place.Status, place.City, place.State, place.PostalCode, place.Country, ContactsFrom(place.Contacts)))],
        seed.NctId is null ? null : $"https://clinicaltrials.gov/study/{seed.NctId}",
        seed.NctId is null ? null : $"{publicBaseUrl}/trials/{seed.NctId}");

    private static ApiContact[] ContactsFrom(SeedList<SeedContact> contacts) =>
        [.. contacts.Select(contact => new ApiContact(contact.Role, contact.HasPhone, contact.HasEmail))];
}

public sealed record ApiPlainLanguageRead(string? ActiveSubstance, string? CouldLeadTo, string? CouldGoWrong);

public sealed record ApiCondition(string Name, string Slug);

/// <summary>That there is a phone or an email is said; its value never is.</summary>
public sealed record ApiContact(string Role, bool HasPhone, bool HasEmail);

public sealed record ApiLocation(
    string Name,
    string? Status,
    string? City,
    string? State,
    string? PostalCode,
    string? Country,
    IReadOnlyList<ApiContact> Contacts);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiTrial))]
[JsonSerializable(typeof(ApiTrialList))]
[JsonSerializable(typeof(ApiConditionList))]
[JsonSerializable(typeof(ApiConditionDetail))]
public sealed partial class ApiJson : JsonSerializerContext;
