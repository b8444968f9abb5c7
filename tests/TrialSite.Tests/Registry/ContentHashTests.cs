using System.Text.Json.Nodes;
using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

/// <summary>What changes the hash of a record, and what does not.</summary>
public sealed class ContentHashTests
{
    public static TheoryData<string, string?> SeenChanges => new()
    {
        { "protocolSection.identificationModule.nctId", "\"NCT09000009\"" },
        { "protocolSection.identificationModule.briefTitle", "\"Another\"" },
        { "protocolSection.identificationModule.officialTitle", null },
        { "protocolSection.identificationModule.acronym", "\"AMBLE\"" },
        { "protocolSection.sponsorCollaboratorsModule.leadSponsor.name", "\"Another\"" },
        { "protocolSection.statusModule.overallStatus", "\"COMPLETED\"" },
        { "protocolSection.statusModule.lastKnownStatus", null },
        { "protocolSection.statusModule.whyStopped", null },
        { "protocolSection.statusModule.startDateStruct.date", "\"2024-03-01\"" },
        { "protocolSection.statusModule.startDateStruct.type", "\"ESTIMATED\"" },
        { "protocolSection.statusModule.primaryCompletionDateStruct", null },
        { "protocolSection.statusModule.completionDateStruct.date", "\"2027-06\"" },
        { "protocolSection.descriptionModule.briefSummary", "\"Another\"" },
        { "protocolSection.conditionsModule.conditions", "[\"Heart\", \"Failure\"]" },
        { "protocolSection.conditionsModule.keywords", "[]" },
        { "protocolSection.designModule.studyType", "\"OBSERVATIONAL\"" },
        { "protocolSection.designModule.phases", "[\"PHASE2\"]" },
        { "protocolSection.designModule.enrollmentInfo.count", "41" },
        { "protocolSection.designModule.enrollmentInfo.type", "\"ACTUAL\"" },
        { "protocolSection.armsInterventionsModule.interventions", "[]" },
        { "protocolSection.outcomesModule.primaryOutcomes", "[{\"measure\":\"Steps\",\"timeFrame\":\"13 weeks\"}]" },
        { "protocolSection.eligibilityModule.eligibilityCriteria", "\"Another\"" },
        { "protocolSection.eligibilityModule.healthyVolunteers", "true" },
        { "protocolSection.eligibilityModule.sex", "\"FEMALE\"" },
        { "protocolSection.eligibilityModule.minimumAge", "\"21 Years\"" },
        { "protocolSection.eligibilityModule.maximumAge", "\"80 Years\"" },
        { "protocolSection.contactsLocationsModule.centralContacts", "[]" },
        { "protocolSection.contactsLocationsModule.locations", "[{\"city\":\"Oslo\",\"country\":\"Norway\"}]" },
        { "hasResults", "false" },
    };

    public static TheoryData<string, string?> UnseenChanges => new()
    {
        { "protocolSection.identificationModule.nctIdAliases", null },
        { "protocolSection.statusModule.statusVerifiedDate", "\"2025-09\"" },
        { "protocolSection.statusModule.studyFirstPostDateStruct", null },
        { "protocolSection.statusModule.lastUpdatePostDateStruct.date", "\"2025-09-09\"" },
        { "derivedSection.conditionBrowseModule.meshes", "[]" },
        { "derivedSection.conditionBrowseModule.ancestors", "[]" },
    };

    public static TheoryData<string, string?> ChangesOfWhatIsNotKept => new()
    {
        { "protocolSection.statusModule.studyFirstPostDateStruct.type", "\"ACTUAL\"" },
        { "protocolSection.descriptionModule.detailedDescription", "\"Another\"" },
        { "protocolSection.sponsorCollaboratorsModule.collaborators", null },
        { "protocolSection.contactsLocationsModule.centralContacts", "[{\"name\":\"Cy Example\",\"role\":\"CONTACT\",\"phone\":\"555-010-0144\",\"email\":\"cy@example.org\"}]" },
        { "derivedSection.miscInfoModule.versionHolder", "\"2026-01-01\"" },
        { "resultsSection", null },
    };

    [Theory]
    [MemberData(nameof(SeenChanges))]
    public void A_change_that_a_reader_sees_changes_the_hash(string path, string? json)
    {
        Assert.NotEqual(ContentHash.Of(TestStudy.Record()), ContentHash.Of(Changed(path, json)));
        Assert.NotEqual(ContentHash.OfWhole(TestStudy.Record()), ContentHash.OfWhole(Changed(path, json)));
    }

    [Theory]
    [MemberData(nameof(UnseenChanges))]
    public void A_change_behind_the_page_changes_only_the_hash_of_the_whole(string path, string? json)
    {
        Assert.Equal(ContentHash.Of(TestStudy.Record()), ContentHash.Of(Changed(path, json)));
        Assert.NotEqual(ContentHash.OfWhole(TestStudy.Record()), ContentHash.OfWhole(Changed(path, json)));
    }

    [Theory]
    [MemberData(nameof(ChangesOfWhatIsNotKept))]
    public void A_change_of_what_is_not_kept_changes_nothing(string path, string? json) =>
        Assert.Equal(ContentHash.OfWhole(TestStudy.Record()), ContentHash.OfWhole(Changed(path, json)));

    [Fact]
    public void The_order_of_fields_in_the_file_changes_nothing() =>
        Assert.Equal(ContentHash.OfWhole(TestStudy.Record()), ContentHash.OfWhole(TestStudy.Record(Reversed(JsonNode.Parse(TestStudy.Full)!).ToJsonString())));

    [Fact]
    public void A_value_that_moves_to_the_next_field_changes_the_hash()
    {
        var record = TestStudy.Record();

        Assert.NotEqual(ContentHash.Of(record with { Title = "AB", OfficialTitle = null }), ContentHash.Of(record with { Title = null, OfficialTitle = "AB" }));
        Assert.NotEqual(ContentHash.Of(record with { Conditions = ["A"], Keywords = [] }), ContentHash.Of(record with { Conditions = [], Keywords = ["A"] }));
        Assert.NotEqual(ContentHash.Of(record with { Conditions = ["AB", "C"] }), ContentHash.Of(record with { Conditions = ["A", "BC"] }));
    }

    [Fact]
    public void Every_field_of_a_record_counts_once_and_with_a_reason()
    {
        Assert.Equal(typeof(RegistryRecord).GetProperties().Select(property => property.Name).Order(), ContentParts.All.Select(part => part.Name).Order());
        Assert.All(ContentParts.All, part => Assert.NotEmpty(part.Reason));
    }

    [Fact]
    public void The_hash_is_the_same_tomorrow() =>
        Assert.StartsWith("1e2c5f3d16845bd0b656b2d695ecb844b3cba064c", ContentHash.Of(TestStudy.Record()), StringComparison.Ordinal);

    private static RegistryRecord Changed(string path, string? json) => TestStudy.Record(TestStudy.With(path, json is null ? null : JsonNode.Parse(json)));

    private static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Reversed(item))]),
        _ => node.DeepClone(),
    };
}
