using System.Globalization;
using System.Text.Json.Nodes;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>The trial in schema.org's words, for search engines: no contact, and no benefit without its risk, so neither.</summary>
/// <remarks>The writer's default encoder escapes "&lt;": the text can close no script element.</remarks>
public static class TrialStructuredData
{
    public static string Of(Trial trial, string baseUrl) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(MedicalTrial(trial, baseUrl), Breadcrumb(trial, baseUrl)),
    }.ToJsonString();

    private static JsonObject MedicalTrial(Trial trial, string baseUrl)
    {
        var data = new JsonObject
        {
            ["@type"] = "MedicalTrial",
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
        Add(data, "healthCondition", (trial.Editorial?.Conditions ?? []).Select(name => new JsonObject { ["@type"] = "MedicalCondition", ["name"] = name }));
        Add(data, "studyLocation", (trial.Editorial?.Locations ?? []).Select(Place));
        return data;
    }

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
