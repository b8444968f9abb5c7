using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrialSite.Registry;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Registry;

/// <summary>A second way from the JSON to what is kept, which shares nothing with the reader but the hiding of contact details: paths in a table, walked in a document.</summary>
internal static partial class RegistryAudit
{
    private const string Protocol = "protocolSection.";

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(nameof(RegistryRecord.NctId), Protocol + "identificationModule.nctId", Text, record => [record.NctId.Value]),
        new(nameof(RegistryRecord.AliasIds), Protocol + "identificationModule.nctIdAliases[]", Text, record => record.AliasIds.Select(alias => alias.Value)),
        new(nameof(RegistryRecord.Title), Protocol + "identificationModule.briefTitle", Text, record => [record.Title]),
        new(nameof(RegistryRecord.OfficialTitle), Protocol + "identificationModule.officialTitle", Text, record => [record.OfficialTitle]),
        new(nameof(RegistryRecord.Acronym), Protocol + "identificationModule.acronym", Text, record => [record.Acronym]),
        new(nameof(RegistryRecord.Sponsor), Protocol + "sponsorCollaboratorsModule.leadSponsor.name", Text, record => [record.Sponsor]),
        new(nameof(RegistryRecord.StatusWord), Protocol + "statusModule.overallStatus", Text, record => [record.StatusWord]),
        new(nameof(RegistryRecord.LastKnownStatusWord), Protocol + "statusModule.lastKnownStatus", Text, record => [record.LastKnownStatusWord]),
        new(nameof(RegistryRecord.StatusVerified), Protocol + "statusModule.statusVerifiedDate", Text, record => [record.StatusVerified?.ToString()]),
        new(nameof(RegistryRecord.FirstPosted), Protocol + "statusModule.studyFirstPostDateStruct.date", Text, record => [Day(record.FirstPosted)]),
        new(nameof(RegistryRecord.LastUpdatePosted), Protocol + "statusModule.lastUpdatePostDateStruct.date", Text, record => [Day(record.LastUpdatePosted)]),
        new(nameof(RegistryRecord.WhyStopped), Protocol + "statusModule.whyStopped", Text, record => [record.WhyStopped]),
        new(nameof(RegistryRecord.TypeWord), Protocol + "designModule.studyType", Text, record => [record.TypeWord]),
        new(nameof(RegistryRecord.PhaseWords), Protocol + "designModule.phases[]", Text, record => record.PhaseWords),
        new(nameof(RegistryRecord.Enrolment), Protocol + "designModule.enrollmentInfo.count", Text, record => [Number(record.Enrolment?.Count)]),
        new(nameof(RegistryRecord.Enrolment), Protocol + "designModule.enrollmentInfo.type", IsActual, record => [Answer(record.Enrolment?.IsActual)]),
        new(nameof(RegistryRecord.Start), Protocol + "statusModule.startDateStruct.date", Text, record => [record.Start?.Date.ToString()]),
        new(nameof(RegistryRecord.Start), Protocol + "statusModule.startDateStruct.type", IsActual, record => [Answer(record.Start?.IsActual)]),
        new(nameof(RegistryRecord.PrimaryCompletion), Protocol + "statusModule.primaryCompletionDateStruct.date", Text, record => [record.PrimaryCompletion?.Date.ToString()]),
        new(nameof(RegistryRecord.PrimaryCompletion), Protocol + "statusModule.primaryCompletionDateStruct.type", IsActual, record => [Answer(record.PrimaryCompletion?.IsActual)]),
        new(nameof(RegistryRecord.Completion), Protocol + "statusModule.completionDateStruct.date", Text, record => [record.Completion?.Date.ToString()]),
        new(nameof(RegistryRecord.Completion), Protocol + "statusModule.completionDateStruct.type", IsActual, record => [Answer(record.Completion?.IsActual)]),
        new(nameof(RegistryRecord.Interventions), Protocol + "armsInterventionsModule.interventions[].type", Text, record => record.Interventions.Select(tested => tested.TypeWord)),
        new(nameof(RegistryRecord.Interventions), Protocol + "armsInterventionsModule.interventions[].name", Text, record => record.Interventions.Select(tested => tested.Name)),
        new(nameof(RegistryRecord.Interventions), Protocol + "armsInterventionsModule.interventions[].description", Text, record => record.Interventions.Select(tested => tested.Description)),
        new(nameof(RegistryRecord.Interventions), Protocol + "armsInterventionsModule.interventions[].otherNames[]", Text, record => record.Interventions.SelectMany(tested => tested.OtherNames)),
        new(nameof(RegistryRecord.BriefSummary), Protocol + "descriptionModule.briefSummary", Text, record => [record.BriefSummary]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.eligibilityCriteria", Text, record => [record.Eligibility.Criteria]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.minimumAge", Text, record => [record.Eligibility.MinimumAge?.Given]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.minimumAge", Text, record => [AgeOf(record.Eligibility.MinimumAge)]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.maximumAge", Text, record => [AgeOf(record.Eligibility.MaximumAge)]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.sex", Text, record => [record.Eligibility.SexWord]),
        new(nameof(RegistryRecord.Eligibility), Protocol + "eligibilityModule.healthyVolunteers", YesOrNo, record => [Answer(record.Eligibility.TakesHealthyVolunteers)]),
        new(nameof(RegistryRecord.Conditions), Protocol + "conditionsModule.conditions[]", Text, record => record.Conditions),
        new(nameof(RegistryRecord.Keywords), Protocol + "conditionsModule.keywords[]", Text, record => record.Keywords),
        new(nameof(RegistryRecord.MeshConditions), "derivedSection.conditionBrowseModule.meshes[].id", MeshId, record => record.MeshConditions.Select(mesh => mesh.Id)),
        new(nameof(RegistryRecord.MeshConditions), "derivedSection.conditionBrowseModule.meshes[].term", Text, record => record.MeshConditions.Select(mesh => mesh.Term)),
        new(nameof(RegistryRecord.MeshAncestors), "derivedSection.conditionBrowseModule.ancestors[].id", MeshId, record => record.MeshAncestors.Select(mesh => mesh.Id)),
        new(nameof(RegistryRecord.MeshAncestors), "derivedSection.conditionBrowseModule.ancestors[].term", Text, record => record.MeshAncestors.Select(mesh => mesh.Term)),
        new(nameof(RegistryRecord.Contacts), Protocol + "contactsLocationsModule.centralContacts[].role", Role, record => record.Contacts.Select(contact => contact.Role)),
        new(nameof(RegistryRecord.Contacts), Protocol + "contactsLocationsModule.centralContacts[].phone", IsThere, record => record.Contacts.Select(contact => Answer(contact.HasPhone))),
        new(nameof(RegistryRecord.Contacts), Protocol + "contactsLocationsModule.centralContacts[].email", IsThere, record => record.Contacts.Select(contact => Answer(contact.HasEmail))),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].facility", Text, record => record.Locations.Select(place => place.Facility)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].status", Text, record => record.Locations.Select(place => place.StatusWord)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].city", Text, record => record.Locations.Select(place => place.City)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].state", Text, record => record.Locations.Select(place => place.State)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].zip", Text, record => record.Locations.Select(place => place.PostalCode)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].country", Text, record => record.Locations.Select(place => place.Country)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].geoPoint.lat", Degrees, record => record.Locations.Select(place => Degrees(place.Point?.Latitude))),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].geoPoint.lon", Degrees, record => record.Locations.Select(place => Degrees(place.Point?.Longitude))),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].contacts[].role", Role, record => ContactsOfPlaces(record).Select(contact => contact.Role)),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].contacts[].phone", IsThere, record => ContactsOfPlaces(record).Select(contact => Answer(contact.HasPhone))),
        new(nameof(RegistryRecord.Locations), Protocol + "contactsLocationsModule.locations[].contacts[].email", IsThere, record => ContactsOfPlaces(record).Select(contact => Answer(contact.HasEmail))),
        new(nameof(RegistryRecord.PrimaryOutcomes), Protocol + "outcomesModule.primaryOutcomes[].measure", Text, record => record.PrimaryOutcomes.Select(outcome => outcome.Measure)),
        new(nameof(RegistryRecord.PrimaryOutcomes), Protocol + "outcomesModule.primaryOutcomes[].timeFrame", Text, record => record.PrimaryOutcomes.Select(outcome => outcome.TimeFrame)),
        new(nameof(RegistryRecord.HasResults), "hasResults", YesOrNo, record => [Answer(record.HasResults)]),
    ];

    /// <summary>Each difference as "NCT...: path: wanted, kept".</summary>
    public static IEnumerable<string> Differences(JsonElement json, RegistryRecord record)
    {
        foreach (var row in Rows)
        {
            var wanted = At(json, row.Path).Select(row.Read).ToList();
            var kept = row.Kept(record).Select(text => text is null ? null : Words(text)).ToList();
            if (!wanted.SequenceEqual(kept))
                yield return $"{record.NctId}: {row.Path}: {string.Join(" | ", wanted)} --- {string.Join(" | ", kept)}";
        }
    }

    /// <summary>The values at a path; one that is missing is null, an element of a list that is missing is none.</summary>
    public static IEnumerable<JsonElement?> At(JsonElement? json, string path)
    {
        if (path.Length == 0)
            return [json];
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (name, rest) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        if (!name.EndsWith("[]", StringComparison.Ordinal))
            return At(json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null, rest);
        return json is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name[..^2], out var list)
            ? list.EnumerateArray().SelectMany(item => At(item, rest))
            : [];
    }

    private static string? Text(JsonElement? json) => json is { } value ? Words(ContactDetails.Mask(Plain(value.ToString()))) : null;

    private static string? IsActual(JsonElement? json) => json?.GetString() switch
    {
        "ACTUAL" => "true",
        "ESTIMATED" => "false",
        _ => null,
    };

    private static string? YesOrNo(JsonElement? json) => Answer(json?.GetBoolean());

    private static string? IsThere(JsonElement? json) => json is null ? "false" : "true";

    private static string? Role(JsonElement? json) => json?.GetString() switch
    {
        "CONTACT" => "Contact",
        "PRINCIPAL_INVESTIGATOR" => "Principal investigator",
        "SUB_INVESTIGATOR" => "Sub investigator",
        var other => other,
    };

    private static string? MeshId(JsonElement? json) => ShortMeshId().Replace(json!.Value.GetString()!, "D$1");

    private static string? Degrees(JsonElement? json) => Degrees(json?.GetDouble());

    private static string? Degrees(double? degrees) => degrees?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Answer(bool? answer) => answer switch
    {
        true => "true",
        false => "false",
        null => null,
    };

    private static string? AgeOf(Age? age) => age is null ? null : $"{age.Number} {age.Unit}{(age.Number == 1 ? "" : "s")}";

    private static IEnumerable<Contact> ContactsOfPlaces(RegistryRecord record) => record.Locations.SelectMany(place => place.Contacts);

    private static string Plain(string text)
    {
        text = Escape().Replace(text, "$1").Replace("&Amp;", "&amp;", StringComparison.Ordinal);
        return Comment().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)), "");
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();

    [GeneratedRegex("^D000(0[0-5]....|06[0-5]...|066[0-3]..)$")]
    private static partial Regex ShortMeshId();

    /// <summary>Where a field stands in the JSON, how it is to be kept, and what is kept.</summary>
    internal sealed record Row(string Field, string Path, Func<JsonElement?, string?> Read, Func<RegistryRecord, IEnumerable<string?>> Kept);
}
