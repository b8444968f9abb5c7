using System.Text;
using System.Text.Json.Nodes;
using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

/// <summary>Studies in our own words, in the form of ClinicalTrials.gov's API v2.</summary>
internal static class TestStudy
{
    public const string NctId = "NCT09000001";

    /// <summary>Every field that the site keeps, and some that it does not.</summary>
    public const string Full = """
        {
          "protocolSection": {
            "identificationModule": {
              "nctId": "NCT09000001", "nctIdAliases": ["NCT09000002"],
              "briefTitle": "Walking for <i>tired</i> hearts", "officialTitle": "A Trial of Daily Walks &Amp; Rest", "acronym": "STROLL"
            },
            "statusModule": {
              "overallStatus": "UNKNOWN", "lastKnownStatus": "RECRUITING", "statusVerifiedDate": "2025-02", "whyStopped": "Too little money \\& time",
              "startDateStruct": { "date": "2024-03", "type": "ACTUAL" },
              "primaryCompletionDateStruct": { "date": "2026-01-15", "type": "ESTIMATED" },
              "completionDateStruct": { "date": "2026-06" },
              "studyFirstPostDateStruct": { "date": "2024-01-09", "type": "ESTIMATED" },
              "lastUpdatePostDateStruct": { "date": "2025-03-01", "type": "ACTUAL" }
            },
            "sponsorCollaboratorsModule": { "leadSponsor": { "name": "Harbour University", "class": "OTHER" }, "collaborators": [{ "name": "Not kept" }] },
            "descriptionModule": { "briefSummary": "Half of the people walk.\r\n\r\nHalf  rest. Ask reader@example.org about it.", "detailedDescription": "Not kept" },
            "conditionsModule": { "conditions": ["Heart Failure", ""], "keywords": ["walking", null] },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"], "enrollmentInfo": { "count": 40, "type": "ESTIMATED" } },
            "armsInterventionsModule": {
              "interventions": [
                { "type": "BEHAVIORAL", "name": "Daily walk", "description": "At \\>= 3 km/h", "otherNames": ["Stroll", "Amble"] },
                { "type": "OTHER", "name": "Rest" }
              ]
            },
            "outcomesModule": { "primaryOutcomes": [{ "measure": "Steps", "timeFrame": "12 weeks", "description": "Not kept" }], "secondaryOutcomes": [{ "measure": "Not kept" }] },
            "eligibilityModule": {
              "eligibilityCriteria": "Inclusion Criteria:\n\n* Age \\> 17\n  * and willing\n\nExclusion Criteria:\n\n1\\. Cannot walk",
              "healthyVolunteers": false, "sex": "ALL", "minimumAge": "18 Years", "maximumAge": "N/A", "stdAges": ["ADULT"]
            },
            "contactsLocationsModule": {
              "centralContacts": [{ "name": "Ann Example", "role": "CONTACT", "phone": "555-010-0199", "email": "ann@example.org" }],
              "locations": [
                {
                  "facility": "Harbour clinic, call 555-010-0123", "status": "RECRUITING", "city": "Bergen", "state": "Vestland", "zip": "5003", "country": "Norway",
                  "geoPoint": { "lat": 60.39, "lon": 5.32 },
                  "contacts": [{ "name": "Bo Example", "role": "PRINCIPAL_INVESTIGATOR" }, { "role": "CONTACT", "email": "bo@example.org" }]
                },
                { "city": "Oslo", "country": "Norway" }
              ]
            }
          },
          "derivedSection": {
            "miscInfoModule": { "versionHolder": "2025-03-01" },
            "conditionBrowseModule": {
              "meshes": [{ "id": "D000006333", "term": "Heart Failure" }],
              "ancestors": [{ "id": "D006331", "term": "Heart Diseases" }, { "id": "D000099999", "term": "A new term" }]
            }
          },
          "resultsSection": { "participantFlowModule": { "groups": [{ "id": "FG000" }] } },
          "hasResults": true
        }
        """;

    public static string Line(int number) =>
        $$$"""{"protocolSection":{"identificationModule":{"nctId":"{{{Id(number)}}}","briefTitle":"Walking study {{{number}}}"}},"hasResults":false}""";

    public static string Id(int number) => $"NCT{9_000_000 + number:D8}";

    /// <summary>The full study with one value replaced: "protocolSection.designModule.enrollmentInfo.count".</summary>
    public static string With(string path, JsonNode? value)
    {
        var study = JsonNode.Parse(Full)!;
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(study, (node, name) => node[name]!);
        parent[names[^1]] = value;
        return study.ToJsonString();
    }

    public static RegistryRecord Record(string json = Full) => Assert.Single(Read(json), reading => reading.IsRecord).Record!;

    public static List<RegistryReading> Read(string text, Func<UInt128, bool>? isKnown = null) => Read(Encoding.UTF8.GetBytes(text), isKnown);

    public static List<RegistryReading> Read(byte[] bytes, Func<UInt128, bool>? isKnown = null) => Read(new MemoryStream(bytes), isKnown);

    public static List<RegistryReading> Read(Stream stream, Func<UInt128, bool>? isKnown = null) =>
        RegistryReader.Read(stream, "records", isKnown).ToBlockingEnumerable().ToList();

    /// <summary>What was read, in a line: "NCT09000001, TR010:2, NCT09000003".</summary>
    public static string InShort(IEnumerable<RegistryReading> readings) =>
        string.Join(", ", readings.Select(reading => reading.IsRecord ? reading.Record.NctId.Value : reading.IsProblem ? $"{reading.Problem.Code}:{reading.Problem.Line}" : "known"));
}
