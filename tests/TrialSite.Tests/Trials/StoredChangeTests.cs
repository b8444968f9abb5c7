using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Tests.Import;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

/// <summary>A change is told from its row alone, however old.</summary>
public sealed class StoredChangeTests
{
    [Fact]
    public async Task Every_kind_of_difference_reads_back_and_gives_the_same_sentence()
    {
        await using var site = await TestSite.Open();
        var trial = TestSeed.Version(TestSeed.Number(1));
        var differences = ChangeExamples.Told.Select(example => example.Difference).ToList();
        var change = TrialChange.Between(null, trial, TrialChangeKind.Added, differences, site.Time.GetUtcNow());
        await site.Get<TrialWriter>().Write(WriteLane.Import, db => db.Add(change).Context.SaveChangesAsync(), default);

        var stored = await site.Read(db => db.TrialChanges.IgnoreQueryFilters().SingleAsync());

        Assert.Equal(differences, stored.Differences);
        Assert.Equal(ChangeExamples.Told.Select(example => example.Sentence), stored.Differences.Select(ChangeSentence.Of));
        Assert.Equal(ChangeLevel.Essential, stored.Level);
    }

    [Fact]
    public async Task Words_that_were_stored_once_are_read_for_ever()
    {
        await using var site = await TestSite.Open();
        await using (var file = await site.OpenFile(SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, """
                INSERT INTO TrialChanges (NctId, FromVersion, ToVersion, Kind, Level, SeenAt, Generation, Differences) VALUES ('NCT00000001', 1, 2, 'Updated', 1, '2026-01-01 00:00:00+00:00', 0,
                '[{"field":"listing","after":"listed"},{"field":"title","before":"a"},{"field":"summary","after":"b"},{"field":"activeSubstance"},{"field":"couldLeadTo"},{"field":"couldGoWrong"},{"field":"condition","after":"falls"},{"field":"registrantCondition"},{"field":"contact"},{"field":"location"},{"field":"location.name"},{"field":"location.status","subject":"Hill","before":"RECRUITING","after":"COMPLETED"},{"field":"location.address"},{"field":"location.contact","area":"Oslo"},
                {"field":"registry.status"},{"field":"registry.lastKnownStatus"},{"field":"registry.whyStopped"},{"field":"registry.results"},{"field":"registry.criteria"},
                {"field":"registry.minimumAge"},{"field":"registry.maximumAge"},{"field":"registry.sex"},{"field":"registry.healthyVolunteers"},{"field":"registry.type"},
                {"field":"registry.phase"},{"field":"registry.mainGoal"},{"field":"registry.interventions"},{"field":"registry.interventionDetails"},{"field":"registry.enrolment","before":"40 ESTIMATED","after":"38 ACTUAL"},
                {"field":"registry.start","before":"2024-03 ESTIMATED","after":"2024-03-17 ACTUAL"},{"field":"registry.mainCompletion"},{"field":"registry.completion","before":"2024-03 ESTIMATED","after":"2024-03-17 ACTUAL"},{"field":"registry.summary"},{"field":"registry.sponsor"},
                {"field":"registry.title"},{"field":"registry.officialTitle"},{"field":"registry.acronym"},{"field":"registry.conditions"},{"field":"registry.keywords"},{"field":"editorial"},{"field":"registry"}]')
                """);

        var stored = await site.Read(db => db.TrialChanges.SingleAsync());

        Assert.Equal(Enum.GetValues<TrialField>(), stored.Differences.Select(difference => difference.Field));
        Assert.All(stored.Differences, difference => Assert.NotEmpty(DifferenceInWords.Of(difference).Sentence));
    }

    [Fact]
    public async Task The_history_of_a_trial_is_found_and_sorted_by_its_index()
    {
        await using var site = await TestSite.Open();
        await using var file = await site.OpenFile();

        var plan = await StoreFile.Rows(file, "EXPLAIN QUERY PLAN SELECT * FROM TrialChanges WHERE Generation <= 9 AND NctId = 'NCT00000001' ORDER BY ToVersion DESC LIMIT 20");

        Assert.Contains("USING INDEX IX_TrialChanges_NctId_ToVersion (NctId=?)", Assert.Single(plan));
    }
}
