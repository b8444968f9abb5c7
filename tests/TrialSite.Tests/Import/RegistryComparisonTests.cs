using CsCheck;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

public sealed class RegistryComparisonTests
{
    private static readonly RegistryRecord Walk = TestStudy.Record();
    private static readonly string[] Words = ["RECRUITING", "UNKNOWN", "walk", "Walk ", "18 Years", "heart failure", "N/A", "PHASE2", "Research Site", "Oslo", "Norway", ""];

    /// <summary>For each field of a record: what differences a change of it alone may give.</summary>
    private static readonly Edit[] Edits =
    [
        new(nameof(RegistryRecord.AliasIds), record => record with { AliasIds = [] }),
        new(nameof(RegistryRecord.Title), Text((record, text) => record with { Title = text }), TrialField.RegistryTitle),
        new(nameof(RegistryRecord.OfficialTitle), Text((record, text) => record with { OfficialTitle = text }), TrialField.RegistryOfficialTitle),
        new(nameof(RegistryRecord.Acronym), Text((record, text) => record with { Acronym = text }), TrialField.RegistryAcronym),
        new(nameof(RegistryRecord.Sponsor), Text((record, text) => record with { Sponsor = text }), TrialField.RegistrySponsor),
        new(nameof(RegistryRecord.StatusWord), Text((record, text) => record with { StatusWord = text }), TrialField.RegistryStatus),
        new(nameof(RegistryRecord.LastKnownStatusWord), Text((record, text) => record with { LastKnownStatusWord = text }), TrialField.RegistryLastKnownStatus),
        new(nameof(RegistryRecord.StatusVerified), record => record with { StatusVerified = null }),
        new(nameof(RegistryRecord.FirstPosted), record => record with { FirstPosted = new(2020, 1, 1) }),
        new(nameof(RegistryRecord.LastUpdatePosted), record => record with { LastUpdatePosted = null }),
        new(nameof(RegistryRecord.WhyStopped), Text((record, text) => record with { WhyStopped = text }), TrialField.RegistryWhyStopped),
        new(nameof(RegistryRecord.TypeWord), Text((record, text) => record with { TypeWord = text }), TrialField.RegistryType),
        new(nameof(RegistryRecord.PhaseWords), Texts((record, texts) => record with { PhaseWords = texts }), TrialField.RegistryPhase),
        new(nameof(RegistryRecord.Enrolment), Gen.Select(OneOf<int?>(0, 1, 2, 1500, null), OneOf<bool?>(true, false, null), (count, isActual) => Changed(record => record with { Enrolment = count is { } people ? new(people, isActual) : null })), TrialField.RegistryEnrolment),
        new(nameof(RegistryRecord.Start), Dates((record, date) => record with { Start = date }), TrialField.RegistryStart),
        new(nameof(RegistryRecord.PrimaryCompletion), Dates((record, date) => record with { PrimaryCompletion = date }), TrialField.RegistryMainCompletion),
        new(nameof(RegistryRecord.Completion), Dates((record, date) => record with { Completion = date }), TrialField.RegistryCompletion),
        new(nameof(RegistryRecord.Interventions), Texts((record, texts) => record with { Interventions = [.. texts.Select((text, i) => new Intervention(i % 2 == 0 ? "DRUG" : text, text, text, texts))] }), TrialField.RegistryInterventions, TrialField.RegistryInterventionDetails),
        new(nameof(RegistryRecord.BriefSummary), Text((record, text) => record with { BriefSummary = text }), TrialField.RegistrySummary),
        new(nameof(RegistryRecord.Eligibility), Eligibilities(), TrialField.RegistryCriteria, TrialField.RegistryMinimumAge, TrialField.RegistryMaximumAge, TrialField.RegistrySex, TrialField.RegistryHealthyVolunteers),
        new(nameof(RegistryRecord.Conditions), Texts((record, texts) => record with { Conditions = texts }), TrialField.RegistryConditions),
        new(nameof(RegistryRecord.Keywords), Texts((record, texts) => record with { Keywords = texts }), TrialField.RegistryKeywords),
        new(nameof(RegistryRecord.MeshConditions), record => record with { MeshConditions = [] }),
        new(nameof(RegistryRecord.MeshAncestors), record => record with { MeshAncestors = [] }),
        new(nameof(RegistryRecord.Contacts), Texts((record, texts) => record with { Contacts = [.. texts.Select((text, i) => new Contact(text, i == 0, i == 1))] }), TrialField.Contact),
        new(nameof(RegistryRecord.Locations), Places().Select(places => Changed(record => record with { Locations = places })), TrialField.Location, TrialField.LocationName, TrialField.LocationStatus, TrialField.LocationAddress, TrialField.LocationContact),
        new(nameof(RegistryRecord.PrimaryOutcomes), Texts((record, texts) => record with { PrimaryOutcomes = [.. texts.Select(text => new PrimaryOutcome(text, texts[^1]))] }), TrialField.RegistryMainGoal),
        new(nameof(RegistryRecord.HasResults), OneOf<bool?>(true, false, null).Select(answer => Changed(record => record with { HasResults = answer })), TrialField.RegistryResults),
    ];

    public static TheoryData<RegistryChangeExample> Examples => [.. RegistryChangeExamples.All];

    public static TheoryData<string> Fields => [.. Edits.Select(edit => edit.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_kind_of_change_has_its_difference_level_and_sentence(RegistryChangeExample example)
    {
        var difference = Assert.Single(example.Differences);
        Assert.Equal(example.Difference, difference);
        Assert.Equal(example.Level, difference.Level);
        Assert.Equal(example.Sentence, DifferenceInWords.Of(difference).Sentence);
    }

    [Fact]
    public void Each_field_of_a_record_is_edited_below() =>
        Assert.Equal(typeof(RegistryRecord).GetProperties().Select(property => property.Name).Order(), Fields.Append(nameof(RegistryRecord.NctId)).Order());

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_change_of_one_field_gives_differences_of_that_field_alone(string name)
    {
        var edit = Edits.Single(edit => edit.Name == name);
        Gen.Select(edit.Changes, edit.Changes).Sample(
            (first, second) =>
            {
                var (before, after) = (first(Walk), second(Walk));
                var differences = RegistryComparison.Between(before, after);
                return RegistryComparison.Between(before, before).Count == 0
                    && differences.All(difference => edit.Fields.Contains(difference.Field))
                    && differences.All(difference => DifferenceInWords.Of(difference).Sentence.Split(' ').Length <= 20)
                    && (ContentHash.Of(before) != ContentHash.Of(after) || differences.Count == 0);
            },
            iter: 300);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_change_that_a_reader_sees_is_told(string name)
    {
        var edit = Edits.Single(edit => edit.Name == name);
        var seen = 0;
        Gen.Select(edit.Changes, edit.Changes).Sample(
            (first, second) =>
            {
                var (before, after) = (first(Walk), second(Walk));
                if (RegistryComparison.Between(before, after).Count > 0)
                    Interlocked.Increment(ref seen);
                return ContentHash.Of(Plain(before)) == ContentHash.Of(Plain(after)) || RegistryComparison.Between(before, after).Count > 0;
            },
            iter: 300);
        Assert.Equal(edit.Fields.Length > 0, seen > 0);
    }

    [Fact]
    public void Space_case_order_and_the_point_on_the_map_are_no_difference()
    {
        var other = Walk with
        {
            Title = $" {Walk.Title!.ToUpperInvariant()} ",
            Conditions = ["Heart Failure"],
            PhaseWords = [.. Walk.PhaseWords.Reverse()],
            Interventions = [.. Walk.Interventions.Reverse()],
            Locations = [.. Walk.Locations.Reverse().Select(place => place with { Point = new GeoPoint(1, 2) })],
        };

        Assert.NotEqual(ContentHash.Of(Walk), ContentHash.Of(other));
        Assert.Empty(RegistryComparison.Between(Walk, other));
    }

    [Fact]
    public void A_country_that_the_registry_renamed_moves_no_place()
    {
        var before = Walk with { Locations = [Walk.Locations[0] with { Country = "Turkey" }] };

        Assert.Empty(RegistryComparison.Between(before, Walk with { Locations = [Walk.Locations[0] with { Country = "Turkey (Türkiye)" }] }));
    }

    [Fact]
    public void A_status_that_was_not_known_did_not_start_or_stop() =>
        Assert.Equal(
            ["This trial says that it is looking for people now."],
            RegistryComparison.Between(Walk, Walk with { StatusWord = "RECRUITING", LastKnownStatusWord = null }).Select(ChangeSentence.Of));

    /// <summary>Without what is no difference: case, space and order, ages in other letters, and points.</summary>
    private static RegistryRecord Plain(RegistryRecord record)
    {
        var places = record.Locations.Select(place => place with
        {
            Facility = Key(place.Facility),
            City = Key(place.City),
            Point = null,
            Contacts = [.. Plain(place.Contacts)],
        });
        return record with
        {
            Title = Key(record.Title),
            OfficialTitle = Key(record.OfficialTitle),
            Acronym = Key(record.Acronym),
            Sponsor = Key(record.Sponsor),
            StatusWord = Key(record.StatusWord),
            LastKnownStatusWord = Key(record.LastKnownStatusWord),
            WhyStopped = Key(record.WhyStopped),
            TypeWord = Key(record.TypeWord),
            PhaseWords = Keys(record.PhaseWords),
            BriefSummary = Key(record.BriefSummary),
            Conditions = Keys(record.Conditions),
            Keywords = Keys(record.Keywords),
            Interventions = [.. record.Interventions.Select(one => one with { TypeWord = Key(one.TypeWord), Name = Key(one.Name), Description = Key(one.Description), OtherNames = [.. one.OtherNames.Select(name => Key(name)!)] }).OrderBy(one => $"{one.Name}|{one.TypeWord}", StringComparer.Ordinal)],
            Eligibility = record.Eligibility with { Criteria = Key(record.Eligibility.Criteria), SexWord = Key(record.Eligibility.SexWord), MinimumAge = Key(record.Eligibility.MinimumAge), MaximumAge = Key(record.Eligibility.MaximumAge) },
            Contacts = [.. Plain(record.Contacts)],
            Locations = [.. places.OrderBy(place => $"{place.Facility}|{place.StatusWord}|{place.City}|{string.Join('|', place.Contacts)}", StringComparer.Ordinal)],
            PrimaryOutcomes = [.. record.PrimaryOutcomes.Select(outcome => new PrimaryOutcome(Key(outcome.Measure), Key(outcome.TimeFrame))).OrderBy(outcome => outcome.Measure, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<Contact> Plain(IEnumerable<Contact> contacts) => contacts.Select(contact => contact with { Role = Key(contact.Role) ?? "" }).OrderBy(contact => contact.ToString(), StringComparer.Ordinal);

    private static Age? Key(Age? age) => age is null ? null : Age.From(Key(age.InWords));

    private static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToUpperInvariant();

    private static List<string> Keys(IEnumerable<string> texts) => [.. texts.Select(text => Key(text)).OfType<string>().Order(StringComparer.Ordinal)];

    private static Gen<Func<RegistryRecord, RegistryRecord>> Text(Func<RegistryRecord, string?, RegistryRecord> set) =>
        OneOf<string?>([.. Words, null]).Select(text => Changed(record => set(record, text)));

    private static Gen<Func<RegistryRecord, RegistryRecord>> Texts(Func<RegistryRecord, IReadOnlyList<string>, RegistryRecord> set) =>
        OneOf<string>([.. Words.Where(word => word.Length > 0)]).Array[0, 3].Select(texts => Changed(record => set(record, texts)));

    private static Gen<Func<RegistryRecord, RegistryRecord>> Dates(Func<RegistryRecord, Milestone?, RegistryRecord> set) =>
        Gen.Select(OneOf<string?>("2024-03", "2024-03-01", "2024-03-17", "2024-05", "2026-07-30", "2039-01", null), OneOf<bool?>(true, false, null), (text, isActual) =>
            Changed(record => set(record, PartialDate.TryParse(text, out var date) ? new(date, isActual) : null)));

    private static Gen<Func<RegistryRecord, RegistryRecord>> Eligibilities()
    {
        var age = OneOf(Age.From("18 Years"), Age.From("18 years"), Age.From("6 Months"), Age.From("Any age at all"), null);
        return Gen.Select(OneOf<string?>([.. Words, null]), age, age, OneOf<string?>("ALL", "FEMALE", "MALE", "OTHER", null), OneOf<bool?>(true, false, null), (criteria, minimum, maximum, sex, takesHealthy) =>
            Changed(record => record with { Eligibility = new(criteria, minimum, maximum, sex, takesHealthy) }));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<RegistryLocation[]> Places()
    {
        var status = OneOf<string?>("RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "UNKNOWN", null);
        return Gen.Select(OneOf<string?>("Research Site", "Hill clinic", "hill clinic ", "St. Luke's", null), status, OneOf<string?>("Oslo", "OSLO", "Bergen", null), Gen.Bool, (name, word, city, hasContact) =>
            new RegistryLocation(name, word, city, null, null, "Norway", null, hasContact ? [new("Contact", true, false)] : [])).Array[0, 9];
    }

    private static Func<RegistryRecord, RegistryRecord> Changed(Func<RegistryRecord, RegistryRecord> change) => change;

    private sealed record Edit(string Name, Gen<Func<RegistryRecord, RegistryRecord>> Changes, params TrialField[] Fields)
    {
        public Edit(string name, Func<RegistryRecord, RegistryRecord> change)
            : this(name, OneOf([change, record => record]))
        {
        }
    }
}
