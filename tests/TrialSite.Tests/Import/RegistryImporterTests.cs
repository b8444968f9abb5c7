using Microsoft.EntityFrameworkCore;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>What an import makes of records, and that it leaves the editors' words alone.</summary>
public sealed class RegistryImporterTests
{
    private static readonly string Stopped = TestStudy.With("protocolSection.statusModule.overallStatus", "TERMINATED");
    private static readonly string Confirmed = TestStudy.With("protocolSection.statusModule.statusVerifiedDate", "2026-05");
    private static readonly SeedDocument Words = TestSeed.Number(1) with { NctId = TestStudy.NctId, LastUpdated = new(2025, 6, 1) };

    [Fact]
    public async Task A_new_record_becomes_a_trial()
    {
        await using var site = await TestSite.Open();

        var report = await site.Import(TestStudy.Full, TestStudy.Line(5), "{broken");

        Assert.Equal("2 new, 0 changed, 0 confirmed, 0 unchanged, 1 rejected, 0 gone", report.Totals);
        var trial = await Trial(site);
        Assert.Equal((1, "Walking for tired hearts", true, true, false), (trial.Version, trial.Title, trial.IsListed, trial.IsInRegistry, trial.HasSeed));
        Assert.Equal(TestStudy.Record().Locations.Count, trial.Registry!.Locations.Count);
        Assert.Equal(new(2025, 2, 1), trial.LocationsSeenOn);
        Assert.Equal((site.Today, site.Today), (trial.FirstSeen, trial.LastUpdated));
    }

    [Fact]
    public async Task What_is_kept_of_a_record_comes_back_from_the_store_as_it_was()
    {
        await using var site = await TestSite.Open();
        await site.Import(TestStudy.Full);

        var trial = await Trial(site);

        Assert.Equal(TrialSite.Registry.ContentHash.OfWhole(TestStudy.Record()), TrialSite.Registry.ContentHash.OfWhole(trial.Registry!));
    }

    [SharedDataFact]
    public async Task Every_real_record_comes_back_from_the_store_as_it_was()
    {
        await using var site = await TestSite.Open();
        foreach (var file in SharedRecords.Files)
        {
            var report = await site.Get<RegistryImporter>().Import(isKnown => TrialSite.Registry.RegistryReader.Read(SharedRecords.PathOf(file), isKnown), new(), _ => { }, null, default);
            Assert.Equal((SharedRecords.LinesOf(file).Count(), 0L), (report.New + report.Changed + report.Confirmed, report.Rejected));
        }

        var last = SharedRecords.Files.SelectMany(SharedRecords.Of).GroupBy(pair => pair.Record.NctId).Select(group => group.Last().Record);
        var kept = await site.Read(db => db.Trials.ToDictionaryAsync(trial => trial.NctId, trial => TrialSite.Registry.ContentHash.OfWhole(trial.Registry!)));
        Assert.All(last, record => Assert.Equal(TrialSite.Registry.ContentHash.OfWhole(record), kept[record.NctId]));
    }

    [Fact]
    public async Task The_same_bytes_again_write_nothing()
    {
        await using var site = await TestSite.Open();
        await site.Import(TestStudy.Full, TestStudy.Line(5));
        var before = await site.Dump();

        var report = await site.Import(TestStudy.Full, TestStudy.Line(5));

        Assert.Equal("0 new, 0 changed, 0 confirmed, 2 unchanged, 0 rejected, 0 gone", report.Totals);
        Assert.Equal(before, await site.Dump());
    }

    [Fact]
    public async Task A_record_that_was_only_confirmed_is_no_change_and_its_status_is_fresh()
    {
        await using var site = await TestSite.Open();
        await site.Import(TestStudy.Full);

        var report = await site.Import(Confirmed);

        Assert.Equal("0 new, 0 changed, 1 confirmed, 0 unchanged, 0 rejected, 0 gone", report.Totals);
        var trial = await Trial(site);
        Assert.Equal((1, new DateOnly(2026, 5, 1)), (trial.Version, trial.LocationsSeenOn));
        Assert.Single(await Changes(site));
        Assert.Equal("0 new, 0 changed, 0 confirmed, 1 unchanged, 0 rejected, 0 gone", (await site.Import(Confirmed)).Totals);
    }

    [Fact]
    public async Task A_reseed_and_an_import_never_overwrite_each_other()
    {
        await using var site = await TestSite.Open();
        site.Write(Words);
        await site.Reseed();
        await site.Import(TestStudy.Full);

        var both = await Trial(site);
        Assert.Equal((Words.Title, true, true), (both.Title, both.HasSeed, both.IsInRegistry));
        Assert.Equal(Words, both.ToSeed() with { LastUpdated = Words.LastUpdated });
        Assert.Equal("UNKNOWN", both.Registry!.StatusWord);

        site.Write(Words with { Summary = "Other words." });
        await site.Reseed();
        await site.Import(Stopped);

        var later = await Trial(site);
        Assert.Equal(("Other words.", "TERMINATED"), (later.Editorial!.Summary!.Markdown, later.Registry!.StatusWord));

        site.Delete(Words);
        await site.Reseed(mayShrink: true);

        var alone = await Trial(site);
        Assert.Equal((true, false, "Walking for tired hearts"), (alone.IsListed, alone.HasSeed, alone.Title));
        Assert.Null(alone.Editorial);
        Assert.Equal("TERMINATED", alone.Registry!.StatusWord);
    }

    [Fact]
    public async Task Our_summary_is_older_than_a_record_that_changed_after_it_was_written()
    {
        await using var site = await TestSite.Open();
        site.Write(Words);
        await site.Reseed();
        await site.Import(TestStudy.Full);
        Assert.False((await Trial(site)).IsSummaryOlderThanRecord);

        await site.Import(Stopped);
        Assert.True((await Trial(site)).IsSummaryOlderThanRecord);

        site.Write(Words with { Summary = "Written after the trial stopped." });
        await site.Reseed();
        Assert.False((await Trial(site)).IsSummaryOlderThanRecord);
    }

    [Fact]
    public async Task Our_summary_is_older_than_a_first_record_that_was_posted_after_it()
    {
        await using var site = await TestSite.Open();
        site.Write(Words with { FirstSeen = new(2024, 1, 1), LastUpdated = new(2025, 1, 1) });
        await site.Reseed();

        await site.Import(TestStudy.Full);

        Assert.True((await Trial(site)).IsSummaryOlderThanRecord);
    }

    [Fact]
    public async Task A_trial_that_vanished_from_a_complete_source_is_marked_and_kept()
    {
        await using var site = await TestSite.Open();
        var lines = Enumerable.Range(1, 10).Select(TestStudy.Line).ToList();
        await site.Import(lines);

        var report = await site.Import(new(IsComplete: true), lines[1..]);

        Assert.Equal("0 new, 0 changed, 0 confirmed, 9 unchanged, 0 rejected, 1 gone", report.Totals);
        var gone = await Trial(site, TestStudy.Id(1));
        Assert.Equal((false, false, "Walking study 1"), (gone.IsListed, gone.IsInRegistry, gone.Title));
        Assert.Equal(TrialChangeKind.Removed, (await Changes(site))[^1].Kind);

        Assert.Equal("0 new, 1 changed, 0 confirmed, 9 unchanged, 0 rejected, 0 gone", (await site.Import(new(IsComplete: true), lines)).Totals);
        Assert.True((await Trial(site, TestStudy.Id(1))).IsListed);
    }

    [Fact]
    public async Task Nothing_is_marked_as_gone_when_a_source_shrank_too_much_or_could_not_all_be_read()
    {
        await using var site = await TestSite.Open();
        var lines = Enumerable.Range(1, 10).Select(TestStudy.Line).ToList();
        await site.Import(lines);

        var shrunk = await site.Import(new(IsComplete: true), lines[3..]);
        var broken = await site.Import(new(IsComplete: true), [.. lines[1..], "{broken"]);

        Assert.Contains("--allow-shrink", shrunk.Refusal, StringComparison.Ordinal);
        Assert.Contains("could not be read", broken.Refusal, StringComparison.Ordinal);
        Assert.Equal(10, await site.Read(db => db.Trials.CountAsync(trial => trial.IsListed)));
        Assert.Equal(3, (await site.Import(new(IsComplete: true, MayShrink: true), lines[3..])).Gone);
    }

    [Fact]
    public async Task Many_chunks_are_one_import_and_the_first_is_told_to_nobody()
    {
        await using var site = await TestSite.Open();

        await site.Import(Enumerable.Range(1, 1200).Select(TestStudy.Line));
        await site.Import(Enumerable.Range(1201, 700).Select(TestStudy.Line));

        var imports = await site.Read(db => db.CatalogueImports.OrderBy(import => import.Generation).ToListAsync());
        Assert.Equal([(1200, CatalogueImportState.Silent), (700, CatalogueImportState.ToMatch)], imports.Select(import => (import.Changes, import.State)));
        Assert.Equal([1, imports[0].LastGeneration + 1], imports.Select(import => import.Generation));
        Assert.All(imports, import => Assert.InRange(import.LastGeneration - import.Generation, 1, 12));
    }

    [Fact]
    public async Task Before_each_chunk_whoever_waits_to_write_is_let_by()
    {
        await using var site = await TestSite.Open();

        var elapsed = await site.TimeBesideHangingWriter(() => site.Import(Enumerable.Range(1, 51).Select(TestStudy.Line)));

        Assert.True(elapsed > TimeSpan.FromSeconds(1.45), $"{elapsed.TotalSeconds:0.00} s for two chunks and the end, before each of which it had to wait for half a second.");
    }

    [Fact]
    public async Task A_number_that_a_trial_once_had_leads_to_it()
    {
        await using var site = await TestSite.Open();
        await site.Import(TestStudy.Full);

        Assert.Equal(TestStudy.NctId, (await site.Read(db => new TrialPages(db).NctIdByAlias(Id("NCT09000002"), default)))?.Value);
        Assert.Null(await site.Read(db => new TrialPages(db).NctIdByAlias(Id("NCT09000003"), default)));
    }

    [Fact]
    public async Task Several_records_of_one_trial_in_a_source_leave_the_last()
    {
        await using var site = await TestSite.Open();

        await site.Import(TestStudy.Full, Stopped, Confirmed);

        Assert.Equal("UNKNOWN", (await Trial(site)).Registry!.StatusWord);
        Assert.Single(await Changes(site));
    }

    private static async Task<Trial> Trial(TestSite site, string nctId = TestStudy.NctId) =>
        Assert.IsType<Trial>(await site.Read(db => new TrialPages(db).TrialByNctId(Id(nctId), default)));

    private static Task<List<TrialChange>> Changes(TestSite site) => site.Read(db => db.TrialChanges.OrderBy(change => change.Id).ToListAsync());

    private static NctId Id(string text) => NctId.TryParse(text, out var nctId) ? nctId : throw new FormatException(text);
}
