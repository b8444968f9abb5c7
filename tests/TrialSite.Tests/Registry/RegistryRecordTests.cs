using System.Text.Json.Nodes;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Registry;

/// <summary>What of a study is kept.</summary>
public sealed class RegistryRecordTests
{
    [Fact]
    public void Every_field_of_a_full_study_is_kept()
    {
        var record = TestStudy.Record();

        Assert.Equal("NCT09000001", record.NctId.Value);
        Assert.Equal(["NCT09000002"], record.AliasIds.Select(alias => alias.Value));
        Assert.Equal("Walking for tired hearts", record.Title);
        Assert.Equal("A Trial of Daily Walks & Rest", record.OfficialTitle);
        Assert.Equal("STROLL", record.Acronym);
        Assert.Equal("Harbour University", record.Sponsor);
        Assert.Equal(("UNKNOWN", "RECRUITING"), (record.StatusWord, record.LastKnownStatusWord));
        Assert.Equal("2025-02", record.StatusVerified.ToString());
        Assert.Equal((new DateOnly(2024, 1, 9), new DateOnly(2025, 3, 1)), (record.FirstPosted, record.LastUpdatePosted));
        Assert.Equal("Too little money & time", record.WhyStopped);
        Assert.Equal("INTERVENTIONAL", record.TypeWord);
        Assert.Equal(["PHASE1", "PHASE2"], record.PhaseWords);
        Assert.Equal(new Enrolment(40, IsActual: false), record.Enrolment);
        Assert.Equal(("2024-03", true), (record.Start!.Date.ToString(), record.Start.IsActual));
        Assert.Equal(("2026-01-15", false), (record.PrimaryCompletion!.Date.ToString(), record.PrimaryCompletion.IsActual));
        Assert.Equal(("2026-06", null), (record.Completion!.Date.ToString(), record.Completion.IsActual));
        Assert.Equal("Half of the people walk.\n\nHalf rest. Ask (e-mail address hidden) about it.", record.BriefSummary);
        Assert.Equal(["Heart Failure"], record.Conditions);
        Assert.Equal(["walking"], record.Keywords);
        Assert.Equal([new("D006333", "Heart Failure")], record.MeshConditions);
        Assert.Equal([new("D006331", "Heart Diseases"), new("D000099999", "A new term")], record.MeshAncestors);
        Assert.Equal([new PrimaryOutcome("Steps", "12 weeks")], record.PrimaryOutcomes);
        Assert.True(record.HasResults);
    }

    [Fact]
    public void Interventions_are_kept_with_their_other_names()
    {
        var record = TestStudy.Record();

        Assert.Collection(
            record.Interventions,
            walk =>
            {
                Assert.Equal(("BEHAVIORAL", "Daily walk", "At >= 3 km/h"), (walk.TypeWord, walk.Name, walk.Description));
                Assert.Equal(["Stroll", "Amble"], walk.OtherNames);
            },
            rest =>
            {
                Assert.Equal(("OTHER", "Rest", null), (rest.TypeWord, rest.Name, rest.Description));
                Assert.Empty(rest.OtherNames);
            });
    }

    [Fact]
    public void Who_can_take_part_is_kept_with_its_lines()
    {
        var eligibility = TestStudy.Record().Eligibility;

        Assert.Equal("Inclusion Criteria:\n\n* Age > 17\n  * and willing\n\nExclusion Criteria:\n\n1. Cannot walk", eligibility.Criteria);
        Assert.Equal(new Age("18 Years", 18, AgeUnit.Year), eligibility.MinimumAge);
        Assert.Null(eligibility.MaximumAge);
        Assert.Equal("ALL", eligibility.SexWord);
        Assert.False(eligibility.TakesHealthyVolunteers);
    }

    [Fact]
    public void Contacts_are_kept_as_there_is_one()
    {
        var record = TestStudy.Record();

        Assert.Equal([new Contact("Contact", HasPhone: true, HasEmail: true)], record.Contacts);
        var place = record.Locations[0];
        Assert.Equal([new Contact("Principal investigator", HasPhone: false, HasEmail: false), new Contact("Contact", HasPhone: false, HasEmail: true)], place.Contacts);
        Assert.Equal("Harbour clinic, call (phone number hidden)", place.Facility);
    }

    [Fact]
    public void Places_are_kept_as_far_as_they_are_given()
    {
        var record = TestStudy.Record();

        var (bergen, oslo) = (record.Locations[0], record.Locations[1]);
        Assert.Equal(("RECRUITING", "Bergen", "Vestland", "5003", "Norway"), (bergen.StatusWord, bergen.City, bergen.State, bergen.PostalCode, bergen.Country));
        Assert.Equal(new GeoPoint(60.39, 5.32), bergen.Point);
        Assert.Equal((null, null, "Oslo", null, null, "Norway", null), (oslo.Facility, oslo.StatusWord, oslo.City, oslo.State, oslo.PostalCode, oslo.Country, oslo.Point));
        Assert.Empty(oslo.Contacts);
    }

    [Fact]
    public void A_study_of_nothing_but_its_id_is_a_record()
    {
        var record = TestStudy.Record("""{"protocolSection":{"identificationModule":{"nctId":"NCT09000001"}}}""");

        Assert.Null(record.Title);
        Assert.Null(record.HasResults);
        Assert.Null(record.Eligibility.TakesHealthyVolunteers);
        Assert.Empty(record.Locations);
    }

    [Fact]
    public void Enrolment_of_the_registrys_number_for_unknown_is_unknown() =>
        Assert.Null(TestStudy.Record(TestStudy.With("protocolSection.designModule.enrollmentInfo.count", 99_999_999)).Enrolment);

    [Theory]
    [InlineData("""{ "lat": 91.0, "lon": 5.0 }""")]
    [InlineData("""{ "lat": 60.0, "lon": 181.0 }""")]
    [InlineData("""{ "lat": 60.0 }""")]
    [InlineData("null")]
    public void A_point_off_the_globe_is_none(string point)
    {
        var locations = JsonNode.Parse($$"""[{ "city": "Bergen", "geoPoint": {{point}} }]""");

        Assert.Null(Assert.Single(TestStudy.Record(TestStudy.With("protocolSection.contactsLocationsModule.locations", locations)).Locations).Point);
    }

    [Theory]
    [InlineData("D000007172", "D007172")]
    [InlineData("D007172", "D007172")]
    [InlineData("D000066448", "D000066448")]
    [InlineData("C000715748", "C000715748")]
    [InlineData("D00000717x", "D00000717x")]
    public void A_mesh_id_is_spelled_as_the_library_spells_it(string id, string spelled) => Assert.Equal(spelled, MeshTerm.Canonical(id));
}
