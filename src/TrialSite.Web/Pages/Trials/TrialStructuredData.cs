using System.Globalization;
using System.Text.Json.Nodes;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>The trial in schema.org's words, for search engines: no contact, and no benefit without its risk, so neither.</summary>
/// <remarks>The writer's default encoder escapes "&lt;": the text can close no script element.</remarks>
public static class TrialStructuredData
{
    /// <summary>A record has up to hundreds of places; the page itself names them all.</summary>
    private const int MostPlaces = 20;

    public static string Of(Trial trial, IReadOnlyList<ListedCondition> conditions, string baseUrl) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(MedicalStudy(trial, conditions, baseUrl), Breadcrumb(trial, baseUrl)),
    }.ToJsonString();

    private static JsonObject MedicalStudy(Trial trial, IReadOnlyList<ListedCondition> conditions, string baseUrl)
    {
        var (editorial, record) = trial.LastLayers;
        var data = new JsonObject
        {
            ["@type"] = TypeOf(record?.TypeWord),
            ["name"] = trial.Title,
            ["url"] = baseUrl + Links.Trial(trial.NctId),
            ["code"] = new JsonObject { ["@type"] = "MedicalCode", ["codeValue"] = trial.NctId.Value, ["codingSystem"] = "ClinicalTrials.gov" },
            ["mainEntityOfPage"] = new JsonObject
            {
                ["@type"] = "MedicalWebPage",
                ["dateModified"] = trial.LastUpdated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["isBasedOn"] = Links.Record(trial.NctId),
            },
        };
        if (StatusOf(record?.StatusWord) is { } status)
            data["status"] = $"https://schema.org/{status}";
        if (record?.Sponsor is { } sponsor)
            data["sponsor"] = new JsonObject { ["@type"] = "Organization", ["name"] = sponsor };
        Add(data, "healthCondition", conditions.Select(condition => new JsonObject { ["@type"] = "MedicalCondition", ["name"] = condition.Name }));
        Add(data, "studyLocation", (record is { Locations.Count: > 0 } ? PlacesOf(record) : editorial?.Locations ?? []).Take(MostPlaces).Select(Place));
        return data;
    }

    /// <summary>What is offered outside a trial is no trial, and still a study to schema.org.</summary>
    private static string TypeOf(string? registryWord) => registryWord switch
    {
        "OBSERVATIONAL" => "MedicalObservationalStudy",
        "EXPANDED_ACCESS" => "MedicalStudy",
        _ => "MedicalTrial",
    };

    /// <summary>Schema.org has a word for some of the registry's.</summary>
    private static string? StatusOf(string? registryWord) => registryWord switch
    {
        "RECRUITING" => "Recruiting",
        "NOT_YET_RECRUITING" => "NotYetRecruiting",
        "ENROLLING_BY_INVITATION" => "EnrollingByInvitation",
        "ACTIVE_NOT_RECRUITING" => "ActiveNotRecruiting",
        "COMPLETED" => "Completed",
        "SUSPENDED" => "Suspended",
        "TERMINATED" => "Terminated",
        "WITHDRAWN" => "Withdrawn",
        _ => null,
    };

    private static IEnumerable<Location> PlacesOf(RegistryRecord record) =>
        record.Locations.OrderByDescending(place => place.StatusWord == RecruitmentStatus.Recruiting.RegistryWord)
            .Select(place => new Location(PlaceName.Of(place).Name, place.StatusWord, place.City, place.State, place.PostalCode, place.Country, []));

    private static JsonObject Place(Location location)
    {
        var address = new JsonObject { ["@type"] = "PostalAddress" };
        AddText(address, "addressLocality", location.City);
        AddText(address, "addressRegion", location.State);
        AddText(address, "postalCode", location.PostalCode);
        AddText(address, "addressCountry", location.Country);
        return new() { ["@type"] = "AdministrativeArea", ["name"] = location.Name, ["address"] = address };
    }

    private static JsonObject Breadcrumb(Trial trial, string baseUrl) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray(
            Step(1, "Home", baseUrl + Links.Home),
            Step(2, "Trials", baseUrl + Links.Trials),
            Step(3, trial.NctId.Value, baseUrl + Links.Trial(trial.NctId))),
    };

    private static JsonObject Step(int position, string name, string url) =>
        new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = url };

    private static void Add(JsonObject data, string name, IEnumerable<JsonNode> values)
    {
        var array = new JsonArray([.. values]);
        if (array.Count > 0)
            data[name] = array;
    }

    private static void AddText(JsonObject data, string name, string? value)
    {
        if (value is not null)
            data[name] = value;
    }
}
