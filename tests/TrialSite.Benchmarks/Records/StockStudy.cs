using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>A real study, its texts cut into sentences.</summary>
internal sealed class StockStudy
{
    public StockStudy(JsonElement study, Func<string, bool> isRare)
    {
        Study = study;
        Title = Text("identificationModule", "briefTitle");
        OfficialTitle = Text("identificationModule", "officialTitle");
        Summary = Text("descriptionModule", "briefSummary");
        Criteria = Text("eligibilityModule", "eligibilityCriteria");
        Sponsor = new(At("sponsorCollaboratorsModule", "leadSponsor", "name").GetString() ?? "", isRare);
        Conditions = [.. Items(At("conditionsModule", "conditions")).Select(condition => new StockSentence(condition.GetString()!, isRare))];
        Keywords = [.. Items(At("conditionsModule", "keywords")).Select(keyword => new StockSentence(keyword.GetString()!, isRare))];
        Places = [.. Items(At("contactsLocationsModule", "locations")).Select(place => new StockPlace(place, isRare))];
        Topics = [.. Meshes("meshes"), .. Meshes("ancestors")];
        MainTopic = Topics.FirstOrDefault() ?? Conditions.FirstOrDefault()?.ToString() ?? "";

        StockText Text(params string[] path) => new(At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "", isRare);
        IEnumerable<string> Meshes(string name) => Items(In(study, "derivedSection", "conditionBrowseModule", name)).Select(mesh => mesh.GetProperty("id").GetString()!);
    }

    public JsonElement Study { get; }
    public StockText Title { get; }
    public StockText OfficialTitle { get; }
    public StockText Summary { get; }
    public StockText Criteria { get; }
    public StockSentence Sponsor { get; }
    public StockSentence[] Conditions { get; }
    public StockSentence[] Keywords { get; }
    public StockPlace[] Places { get; }

    /// <summary>MeSH ids, the conditions' before their ancestors'.</summary>
    public string[] Topics { get; }

    public string MainTopic { get; }

    /// <summary>Parts that the site does not read: they make a record as long as it is, and are copied.</summary>
    public static bool IsLeftAsItIs(string name) => name is "detailedDescription" or "armGroups" or "secondaryOutcomes" or "otherOutcomes" or "referencesModule"
        or "ipdSharingStatementModule" or "oversightModule" or "overallOfficials" or "centralContacts" or "contacts" or "resultsSection" or "documentSection";

    public JsonElement At(params string[] path) => In(Study, ["protocolSection", .. path]);

    private static JsonElement In(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }
        return element;
    }

    private static JsonElement[] Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
