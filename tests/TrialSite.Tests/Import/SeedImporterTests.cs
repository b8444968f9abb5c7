using System.Text;
using Microsoft.EntityFrameworkCore;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>What a reseed makes of the editors' files, file by file.</summary>
public sealed class SeedImporterTests
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);

    [Fact]
    public async Task A_new_seed_becomes_a_trial()
    {
        await using var site = await TestSite.Open();
        site.Write(Walk);

        var report = await site.Reseed();

        var row = Assert.Single(report.Rows);
        Assert.Equal((SeedOutcome.New, "NCT00000001.txt", Walk.Title), (row.Outcome, row.FileName, row.Title));
        Assert.Equal("1 new, 0 changed, 0 unchanged, 0 rejected, 0 gone", report.Totals);
        var trial = await site.KnownTrial(Walk);
        Assert.Equal(Walk, trial.ToSeed());
        Assert.Equal((1, true), (trial.Version, trial.IsListed));
        var change = Assert.Single(await Changes(site));
        Assert.Equal((0, 1, TrialChangeKind.Added, site.Time.GetUtcNow()), (change.FromVersion, change.ToVersion, change.Kind, change.SeenAt));
    }

    [Fact]
    public async Task The_files_for_a_new_store_are_read_while_it_is_made_and_written_once_it_is_there()
    {
        await using var site = TestSite.WithoutStore();
        site.Write(Walk, TestSeed.Number(2));
        site.WriteText("broken.txt", "no seed");
        var made = new TaskCompletionSource();
        var steps = new List<string>();

        var reseed = site.Reseed(newStore: made.Task, progress: progress => steps.Add(progress.Step));

        Assert.Equal(["Reading"], steps);
        Assert.False(File.Exists(site.DatabaseFile) || reseed.IsCompleted);
        await site.Get<IStoreUpkeep>().Migrate(default);
        made.SetResult();
        Assert.Equal("2 new, 0 changed, 0 unchanged, 1 rejected, 0 gone", (await reseed).Totals);
        Assert.Equal(Walk, (await site.KnownTrial(Walk)).ToSeed());
    }

    [Fact]
    public async Task A_new_store_that_another_process_has_filled_by_now_is_compared_as_any_other()
    {
        await using var other = await SiteShowing(Walk, TestSeed.Number(2));
        await using var site = other.Beside();
        site.Write(TestSeed.Number(2));

        var report = await site.Reseed(newStore: Task.CompletedTask, mayShrink: true);

        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 rejected, 1 gone", report.Totals);
    }

    [Fact]
    public async Task Before_each_chunk_whoever_waits_to_write_is_let_by()
    {
        await using var site = await TestSite.Open();
        site.Write(Walk);

        var elapsed = await site.TimeBesideHangingWriter(() => site.Reseed());

        Assert.True(elapsed > TimeSpan.FromSeconds(1.95), $"{elapsed.TotalSeconds:0.00} s for a chunk, its turn to be seen and two of the index, before each of which it had to wait for half a second.");
    }

    [Fact]
    public async Task Only_a_changed_place_or_a_new_date_in_the_file_makes_the_places_freshly_seen()
    {
        await using var site = await SiteShowing(Walk);
        var seen = Walk.LastUpdated!.Value;
        Assert.Equal(seen, (await site.KnownTrial(Walk)).LocationsSeenOn);

        var corrected = Walk with { Summary = "A corrected sentence." };
        site.Write(corrected);
        await site.Reseed();
        Assert.Equal(seen, (await site.KnownTrial(Walk)).LocationsSeenOn);

        var confirmed = corrected with { LastUpdated = seen.AddDays(9) };
        site.Write(confirmed);
        await site.Reseed();
        Assert.Equal(seen.AddDays(9), (await site.KnownTrial(Walk)).LocationsSeenOn);

        site.Time.Advance(TimeSpan.FromDays(40));
        site.Write(confirmed with { Locations = [confirmed.Locations[0] with { Status = "COMPLETED" }] });
        await site.Reseed();
        Assert.Equal(DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime), (await site.KnownTrial(Walk)).LocationsSeenOn);
    }

    [Fact]
    public async Task Conditions_are_shared_between_trials()
    {
        await using var site = await TestSite.Open();
        site.Write(Walk, TestSeed.Number(2) with { Conditions = ["Osteoarthritis", "falls"] });

        await site.Reseed();

        Assert.Equal(["arthritis", "falls", "knee pain", "osteoarthritis"], await site.Read(db => db.Conditions.Select(condition => condition.Name).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_changed_seed_becomes_the_next_version_and_says_what_changed()
    {
        await using var site = await SiteShowing(Walk);
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Write(Walk with { Title = "Swimming tested for sore knees", Conditions = ["knee pain"] });

        var report = await site.Reseed();

        FieldDifference[] differences =
        [
            new(TrialField.Title, null, Walk.Title, "Swimming tested for sore knees"),
            new(TrialField.Condition, "osteoarthritis", "osteoarthritis", null),
        ];
        var row = Assert.Single(report.Rows);
        Assert.Equal(SeedOutcome.Changed, row.Outcome);
        Assert.Equal(differences, row.Differences);
        var trial = await site.KnownTrial(Walk);
        Assert.Equal((2, "Swimming tested for sore knees", site.Today), (trial.Version, trial.Title, trial.LastUpdated));
        var change = (await Changes(site))[^1];
        Assert.Equal((1, 2, TrialChangeKind.Updated), (change.FromVersion, change.ToVersion, change.Kind));
        Assert.Equal(differences, change.Differences);
        Assert.Equal(ChangeLevel.Important, change.Level);
        Assert.Equal(["knee-pain"], TrialConditions.Of(trial).Select(condition => condition.Slug));
    }

    [Fact]
    public async Task Unchanged_files_write_no_row()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 120)]);
        await using var watcher = await site.OpenFile();
        var dump = await site.Dump();
        var dataVersion = await StoreFile.Rows(watcher, "PRAGMA data_version");
        site.Time.Advance(TimeSpan.FromDays(3));

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 120 unchanged, 0 rejected, 0 gone", report.Totals);
        Assert.Empty(report.Rows);
        Assert.Equal(dump, await site.Dump());
        Assert.Equal(dataVersion, await StoreFile.Rows(watcher, "PRAGMA data_version"));
    }

    [Theory]
    [InlineData("CRLF")]
    [InlineData("byte order mark")]
    [InlineData("no-break spaces")]
    [InlineData("trailing blanks")]
    [InlineData("more blank lines")]
    [InlineData("final newline")]
    public async Task Other_bytes_of_the_same_text_are_unchanged(string variant)
    {
        await using var site = await SiteShowing(Walk);
        var shown = await site.KnownTrial(Walk);
        site.Time.Advance(TimeSpan.FromDays(3));
        site.WriteBytes("NCT00000001.txt", InOtherBytes(SeedWriter.Write(Walk), variant));

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 rejected, 0 gone", report.Totals);
        var trial = await site.KnownTrial(Walk);
        Assert.Equal((1, shown.ToSeed()), (trial.Version, trial.ToSeed()));
        Assert.NotEqual(shown.Seed!.ContentHash, trial.Seed!.ContentHash);
        Assert.Single(await Changes(site));
        Assert.Equal("1", await site.Scalar("SELECT Generation FROM Catalogue"));
    }

    [Fact]
    public async Task A_renamed_file_is_unchanged_and_asked_to_bear_its_trials_name()
    {
        await using var site = await SiteShowing(Walk);
        File.Move(site.PathOf("NCT00000001.txt"), site.PathOf("knees.txt"));

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 rejected, 0 gone", report.Totals);
        var row = Assert.Single(report.Rows);
        Assert.Equal(["TS107"], row.Problems.Select(problem => problem.Code));
        Assert.Equal("knees.txt", (await site.KnownTrial(Walk)).Seed!.FileName);
    }

    [Fact]
    public async Task First_seen_never_changes_even_if_the_file_says_otherwise()
    {
        await using var site = await SiteShowing(Walk);
        site.Write(Walk with { FirstSeen = new(2026, 4, 1), Title = "Swimming tested for sore knees" });

        var report = await site.Reseed();

        var row = Assert.Single(report.Rows);
        Assert.Equal(["TS109"], row.Problems.Select(problem => problem.Code));
        Assert.Equal(new DateOnly(2026, 5, 1), (await site.KnownTrial(Walk)).FirstSeen);
    }

    [Fact]
    public async Task A_first_seen_that_differs_alone_is_unchanged_but_told()
    {
        await using var site = await SiteShowing(Walk);
        site.Write(Walk with { FirstSeen = new(2026, 4, 1) });

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 rejected, 0 gone", report.Totals);
        Assert.Equal(["TS109"], Assert.Single(report.Rows).Problems.Select(problem => problem.Code));
        Assert.Equal(new DateOnly(2026, 5, 1), (await site.KnownTrial(Walk)).FirstSeen);
    }

    [Fact]
    public async Task A_seed_without_dates_is_first_seen_today()
    {
        await using var site = await TestSite.Open();
        site.Write(Walk with { FirstSeen = null, LastUpdated = null });

        await site.Reseed();

        var trial = await site.KnownTrial(Walk);
        Assert.Equal((site.Today, site.Today), (trial.FirstSeen, trial.LastUpdated));
    }

    [Fact]
    public async Task A_date_in_the_future_is_told()
    {
        await using var site = await TestSite.Open();
        site.Write(Walk with { LastUpdated = site.Today.AddDays(1) });
        site.Write(TestSeed.Number(2) with { FirstSeen = site.Today.AddDays(1), LastUpdated = null });

        var report = await site.Reseed();

        Assert.All(report.Rows, row => Assert.Equal(["TS108"], row.Problems.Select(problem => problem.Code)));
        Assert.Equal(2, report.Rows.Count);
    }

    [Fact]
    public async Task Last_updated_moves_with_the_content_whatever_date_the_file_gives()
    {
        await using var site = await SiteShowing(Walk);
        site.Write(Walk with { Title = "Swimming tested for sore knees", LastUpdated = new(2026, 6, 5) });

        await site.Reseed();

        Assert.Equal(site.Today, (await site.KnownTrial(Walk)).LastUpdated);
    }

    [Fact]
    public async Task A_date_given_in_the_file_wins_when_it_is_the_files_only_change()
    {
        await using var site = await SiteShowing(Walk);
        site.Write(Walk with { LastUpdated = new(2026, 6, 5) });

        var report = await site.Reseed();

        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 rejected, 0 gone", report.Totals);
        Assert.Equal(new DateOnly(2026, 6, 5), (await site.KnownTrial(Walk)).LastUpdated);
        Assert.Single(await Changes(site));
    }

    [Fact]
    public async Task An_old_date_in_the_file_does_not_come_back_with_the_next_edit_of_spacing()
    {
        await using var site = await SiteShowing(Walk);
        site.Write(Walk with { Title = "Swimming tested for sore knees" });
        await site.Reseed();
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Write(Walk with { Title = "swimming tested for sore knees" });

        await site.Reseed();

        Assert.Equal(new DateOnly(2026, 7, 1), (await site.KnownTrial(Walk)).LastUpdated);
    }

    public static TheoryData<string, SeedDocument> WithoutVisibleChange => new()
    {
        { "case", Walk with { Title = Walk.Title!.ToUpperInvariant() } },
        { "space", Walk with { Summary = Walk.Summary!.Replace('\n', ' ') } },
        { "order of conditions", Walk with { Conditions = ["osteoarthritis", "knee pain"] } },
    };

    [Theory]
    [MemberData(nameof(WithoutVisibleChange))]
    public async Task Case_space_and_order_are_shown_but_are_no_change_to_tell_of(string what, SeedDocument seed)
    {
        Assert.NotEmpty(what);
        await using var site = await SiteShowing(Walk);
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Write(seed);

        var report = await site.Reseed();

        var row = Assert.Single(report.Rows);
        Assert.Equal(SeedOutcome.Changed, row.Outcome);
        Assert.Empty(row.Differences);
        Assert.Equal(seed, (await site.KnownTrial(Walk)).ToSeed());
        Assert.Single(await Changes(site));
    }

    [Fact]
    public async Task A_trial_whose_file_is_gone_stays_and_is_marked()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 5)]);
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Delete(Walk);

        var report = await site.Reseed();

        var row = Assert.Single(report.Rows);
        Assert.Equal((SeedOutcome.Gone, "NCT00000001.txt"), (row.Outcome, row.FileName));
        var trial = await site.KnownTrial(Walk);
        Assert.Equal((false, 2, site.Today), (trial.IsListed, trial.Version, trial.LastUpdated));
        Assert.Equal(Walk.Title, trial.Title);
        Assert.Equal(TrialChangeKind.Removed, (await Changes(site))[^1].Kind);
        Assert.Equal(4, await site.Read(db => new TrialPages(db).CountTrials(default)));
        Assert.Equal("0 new, 0 changed, 4 unchanged, 0 rejected, 0 gone", (await site.Reseed()).Totals);
    }

    [Fact]
    public async Task A_gone_trial_comes_back_with_its_file()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 5)]);
        site.Delete(Walk);
        await site.Reseed();
        site.Time.Advance(TimeSpan.FromDays(3));
        site.Write(Walk);

        var report = await site.Reseed();

        Assert.Equal("0 new, 1 changed, 4 unchanged, 0 rejected, 0 gone", report.Totals);
        var trial = await site.KnownTrial(Walk);
        Assert.Equal((true, 3, new DateOnly(2026, 5, 1), site.Today), (trial.IsListed, trial.Version, trial.FirstSeen, trial.LastUpdated));
        Assert.Equal([TrialChangeKind.Added, TrialChangeKind.Removed, TrialChangeKind.Added], (await Changes(site)).Where(change => change.NctId == trial.NctId).Select(change => change.Kind));
    }

    [Fact]
    public async Task One_trial_in_two_files_rejects_both_and_keeps_what_was_shown()
    {
        await using var site = await SiteShowing(Walk);
        site.WriteText("copy.txt", SeedWriter.Write(Walk with { Title = "A copy with another title" }));

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 0 unchanged, 2 rejected, 0 gone", report.Totals);
        Assert.All(report.Rows, row =>
        {
            var problem = Assert.Single(row.Problems);
            Assert.Equal("TS106", problem.Code);
            Assert.Contains("NCT00000001.txt", problem.Message, StringComparison.Ordinal);
            Assert.Contains("copy.txt", problem.Message, StringComparison.Ordinal);
        });
        var trial = await site.KnownTrial(Walk);
        Assert.Equal((Walk.Title, true), (trial.Title, trial.IsListed));
    }

    [Theory]
    [InlineData("NCT00000001.txt")]
    [InlineData("knees.txt")]
    public async Task A_broken_file_keeps_the_trial_as_it_was(string fileName)
    {
        await using var site = await TestSite.Open();
        site.WriteText(fileName, SeedWriter.Write(Walk));
        await site.Reseed();
        site.WriteText(fileName, "nothing of a seed is left here");

        var report = await site.Reseed();

        Assert.Equal("0 new, 0 changed, 0 unchanged, 1 rejected, 0 gone", report.Totals);
        Assert.True((await site.KnownTrial(Walk)).IsListed);
    }

    [Fact]
    public async Task A_file_that_turns_to_another_trial_lets_the_first_one_go()
    {
        await using var site = await TestSite.Open();
        site.WriteText("a.txt", SeedWriter.Write(Walk));
        await site.Reseed();
        site.WriteText("a.txt", SeedWriter.Write(TestSeed.Number(2)));

        Assert.Equal("1 new, 0 changed, 0 unchanged, 0 rejected, 1 gone", (await site.Reseed()).Totals);
        Assert.False((await site.KnownTrial(Walk)).IsListed);
        Assert.Empty((await site.Reseed()).Rows);
    }

    [Fact]
    public async Task Two_files_may_swap_their_trials()
    {
        await using var site = await TestSite.Open();
        site.WriteText("a.txt", SeedWriter.Write(Walk));
        site.WriteText("b.txt", SeedWriter.Write(TestSeed.Number(2)));
        await site.Reseed();
        site.WriteText("b.txt", SeedWriter.Write(Walk));
        site.WriteText("a.txt", SeedWriter.Write(TestSeed.Number(2)));

        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 rejected, 0 gone", (await site.Reseed()).Totals);
    }

    [Fact]
    public async Task A_folder_that_lost_too_many_files_is_refused_unless_it_may_shrink()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 10)]);
        foreach (var seed in TestSeed.Numbers(1, 3))
            site.Delete(seed);
        var dump = await site.Dump();

        var refused = await site.Reseed();

        Assert.Contains("7 files, but 10 trials are listed", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal(dump, await site.Dump());
        var report = await site.Reseed(mayShrink: true);
        Assert.Null(report.Refusal);
        Assert.Equal(3, report.Total(SeedOutcome.Gone));
    }

    [Fact]
    public async Task Four_fifths_of_the_files_are_enough()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 10)]);
        foreach (var seed in TestSeed.Numbers(1, 2))
            site.Delete(seed);

        Assert.Equal(2, (await site.Reseed()).Total(SeedOutcome.Gone));
    }

    [Fact]
    public async Task Without_a_folder_a_reseed_is_refused()
    {
        await using var site = await TestSite.Open();
        Directory.Delete(site.SeedsFolder);

        var refusal = await Assert.ThrowsAsync<ReseedRefusedException>(() => site.Reseed());

        Assert.Contains(site.SeedsFolder, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_what_a_reseed_would_do_and_writes_nothing()
    {
        await using var site = await SiteShowing([.. TestSeed.Numbers(1, 5)]);
        site.Write(Walk with { Title = "Swimming tested for sore knees" });
        site.Write(TestSeed.Number(6) with { Conditions = ["a condition that is new here"] });
        site.Delete(TestSeed.Number(2));
        site.WriteText("broken.txt", "no seed");
        var dump = await site.Dump();
        var files = FilesOf(site.SeedsFolder);

        var dryRun = await site.Reseed(isDryRun: true);

        Assert.Equal(dump, await site.Dump());
        Assert.Equal(files, FilesOf(site.SeedsFolder));
        Assert.Equal("1 new, 1 changed, 3 unchanged, 1 rejected, 1 gone", dryRun.Totals);
        var report = await site.Reseed();
        Assert.Equal(report.Totals, dryRun.Totals);
        Assert.Equal(report.Rows.Select(row => (row.FileName, row.Outcome, row.Title)), dryRun.Rows.Select(row => (row.FileName, row.Outcome, row.Title)));
        Assert.Equal(report.Rows.SelectMany(row => row.Differences), dryRun.Rows.SelectMany(row => row.Differences));
    }

    private static async Task<TestSite> SiteShowing(params SeedDocument[] seeds)
    {
        var site = await TestSite.Open();
        site.Write(seeds);
        await site.Reseed();
        return site;
    }

    private static Task<List<TrialChange>> Changes(TestSite site) => site.Read(db => db.TrialChanges.OrderBy(change => change.Id).ToListAsync());

    private static byte[] InOtherBytes(string text, string variant) => variant switch
    {
        "CRLF" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
        "byte order mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "no-break spaces" => Encoding.UTF8.GetBytes(text.Replace(' ', '\u00A0')),
        "trailing blanks" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("  \n")),
        "more blank lines" => Encoding.UTF8.GetBytes(text.Replace("\n\n", "\n\n\n\n", StringComparison.Ordinal)),
        "final newline" => Encoding.UTF8.GetBytes(text + "\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(variant)),
    };

    private static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.GetFiles(folder).Order().Select(path => $"{path} {Convert.ToHexString(File.ReadAllBytes(path))}")];
}
