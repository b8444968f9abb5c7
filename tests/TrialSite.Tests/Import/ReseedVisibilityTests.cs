using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Search;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>A reseed is shown at once or not at all, and nobody waits for it.</summary>
public sealed class ReseedVisibilityTests
{
    /// <summary>Several chunks.</summary>
    private const int Count = 250;

    [Fact]
    public async Task The_second_of_two_reseeds_at_once_is_refused()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Number(1));
        Task<ImportReport>? second = null;

        var first = await site.Reseed(progress: _ => second ??= site.Reseed());

        Assert.Null(first.Refusal);
        var refusal = await Assert.ThrowsAsync<ReseedRunningException>(() => second!);
        Assert.Contains("running already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 rejected, 0 gone", (await site.Reseed()).Totals);
    }

    [Fact]
    public async Task A_reader_that_began_before_the_flip_sees_the_old_catalogue_to_its_end()
    {
        await using var site = await SiteShowing("old");
        await using var scope = site.Scope();
        var early = scope.ServiceProvider.GetService(typeof(TrialPages)) as TrialPages;
        var list = await site.Get<CatalogueIndex>().Current(default);
        Assert.StartsWith("old", (await early!.TrialByNctId(TestSeed.NctIdOf(TestSeed.Number(2)), default))!.Title, StringComparison.Ordinal);
        site.Write(Titled("new").Append(TestSeed.Number(Count + 1)));

        await site.Reseed();

        Assert.Equal((Count, Count), (list.Count, list.Newest(Count + 1).Count));
        Assert.StartsWith("old", (await early.TrialByNctId(TestSeed.NctIdOf(TestSeed.Number(1)), default))!.Title, StringComparison.Ordinal);
        Assert.Equal(Count + 1, await site.Read(db => new TrialPages(db).CountTrials(default)));
        Assert.StartsWith("new", (await site.KnownTrial(TestSeed.Number(1))).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reader_sees_half_a_reseed()
    {
        await using var site = await SiteShowing("old");
        site.Write(Titled("new"));
        var seen = new List<string>();
        var rowsInStore = new List<int>();

        await site.Reseed(progress: _ =>
        {
            rowsInStore.Add(RowsInStore(site).GetAwaiter().GetResult());
            seen.AddRange(site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().ToListAsync()).GetAwaiter().GetResult());
        });

        Assert.Equal(["old"], seen.Distinct());
        Assert.Equal(Count, rowsInStore[0]);
        Assert.InRange(rowsInStore.Distinct().Count(), 3, Count);
        Assert.Equal(["new"], await site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().ToListAsync()));
        Assert.Equal(Count, await site.Read(db => db.TrialChanges.CountAsync(change => change.Kind == TrialChangeKind.Updated)));
    }

    [Fact]
    public async Task An_interrupted_reseed_shows_nothing_and_the_next_one_completes()
    {
        await using var site = await SiteShowing("old");
        site.Write(Titled("new").Append(TestSeed.Number(Count + 1)));
        site.Delete(TestSeed.Number(1));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Reseed(
            progress: progress =>
            {
                if (progress is { Step: "Writing", Done: > 100 })
                    stop.Cancel();
            },
            cancellationToken: stop.Token));

        Assert.InRange(await RowsInStore(site), Count + 100, Count + 200);
        Assert.Equal(["old"], await site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().ToListAsync()));
        Assert.Equal(Count, await site.Read(db => db.Trials.CountAsync()));

        var report = await site.Reseed();

        Assert.Equal("1 new, 249 changed, 0 unchanged, 0 rejected, 1 gone", report.Totals);
        Assert.Equal(["Wal", "new", "old"], await site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().Order().ToListAsync()));
        Assert.Equal("2", await site.Scalar("SELECT Generation FROM Catalogue"));
        Assert.Equal("501", await site.Scalar("SELECT COUNT(*) FROM Trials"));
        Assert.Equal("501", await site.Scalar("SELECT COUNT(*) FROM TrialChanges"));
        Assert.Empty((await site.Reseed()).Rows);
    }

    [Theory]
    [InlineData("CREATE TRIGGER Kill BEFORE UPDATE OF Generation ON Catalogue BEGIN SELECT RAISE(ABORT, 'killed'); END")]
    [InlineData("CREATE TRIGGER Kill BEFORE INSERT ON CatalogueImports BEGIN SELECT RAISE(ABORT, 'killed'); END")]
    public async Task Trials_changes_and_the_intent_to_tell_commit_together_or_not_at_all(string trigger)
    {
        await using var site = await SiteShowing("old");
        site.Write(Titled("new"));
        await site.Change(db => db.Database.ExecuteSqlRawAsync(trigger));

        await Assert.ThrowsAnyAsync<Exception>(() => site.Reseed());

        Assert.Equal(["old"], await site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().ToListAsync()));
        Assert.Equal(0, await site.Read(db => db.TrialChanges.CountAsync(change => change.Kind == TrialChangeKind.Updated)));
        Assert.Equal([1], await site.Read(db => db.CatalogueImports.Select(import => import.Generation).ToListAsync()));

        await site.Change(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Kill"));
        await site.Reseed();

        var intent = await site.LastImport();
        Assert.Equal((2, Count, CatalogueImportState.ToMatch), (intent.Generation, intent.Changes, intent.State));
        Assert.Equal(Count, await site.Read(db => db.TrialChanges.CountAsync(change => change.Generation == 2)));
        Assert.Equal(["new"], await site.Read(db => db.Trials.Select(trial => trial.Title.Substring(0, 3)).Distinct().ToListAsync()));
    }

    [Theory]
    [InlineData("changes", "UPDATE Trials SET UntilGeneration = (SELECT max(UntilGeneration) FROM Trials) WHERE UntilGeneration = 2; DELETE FROM Trials WHERE FromGeneration = 2")]
    [InlineData("versions", "UPDATE Trials SET UntilGeneration = (SELECT max(UntilGeneration) FROM Trials) WHERE UntilGeneration = 2; DELETE FROM TrialChanges WHERE Generation = 2")]
    [InlineData("ends", "DELETE FROM Trials WHERE FromGeneration = 2; DELETE FROM TrialChanges WHERE Generation = 2")]
    public async Task What_a_killed_reseed_left_is_taken_back_whatever_it_is(string left, string rest)
    {
        await using var site = await SiteShowing("old");
        site.Write(Titled("new"));
        await site.Change(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Kill BEFORE UPDATE OF Generation ON Catalogue BEGIN SELECT RAISE(ABORT, 'killed'); END"));
        await Assert.ThrowsAnyAsync<Exception>(() => site.Reseed());
        await site.Change(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Kill"));
        await site.Change(db => db.Database.ExecuteSqlRawAsync(rest));
        site.Write(Titled("old").Skip(1).Append(TestSeed.Number(1) with { Title = "new title 0" }));

        Assert.Equal($"0 new, 1 changed, {Count - 1} unchanged, 0 rejected, 0 gone", (await site.Reseed()).Totals);

        Assert.True(await site.Read(db => db.Trials.CountAsync()) == Count, left);
        Assert.Equal($"{Count + 1}", await site.Scalar("SELECT count(*) FROM Trials"));
        Assert.Equal($"{Count + 1}", await site.Scalar("SELECT count(*) FROM TrialChanges"));
    }

    [Fact]
    public async Task Sign_ups_get_through_while_a_reseed_runs()
    {
        await using var site = await TestSite.Open();
        site.Write(Titled("new"));
        var signUpsBetweenChunks = new List<Task<int>>();
        var signUps = site.Get<SignUps>();

        await site.Reseed(progress: progress =>
        {
            if (progress.Step == "Writing")
                signUpsBetweenChunks.Add(SignUpAndCountStagedTrials());
        });

        var stagedAtSignUp = await Task.WhenAll(signUpsBetweenChunks);
        Assert.InRange(stagedAtSignUp.Distinct().Count(), 3, Count);
        Assert.Equal(stagedAtSignUp.Length, await site.Read(db => db.SignUps.CountAsync()));

        async Task<int> SignUpAndCountStagedTrials()
        {
            var staged = await RowsInStore(site);
            await signUps.Receive(TestSignUp.Of("reader@example.org"), default);
            return staged;
        }
    }

    /// <summary>Staged ones too.</summary>
    private static Task<int> RowsInStore(TestSite site) => site.Read(db => db.Trials.IgnoreQueryFilters().CountAsync());

    private static async Task<TestSite> SiteShowing(string word)
    {
        var site = await TestSite.Open();
        site.Write(Titled(word));
        await site.Reseed();
        return site;
    }

    private static IEnumerable<SeedDocument> Titled(string word) =>
        TestSeed.Numbers(1, Count).Select((seed, i) => seed with { Title = $"{word} title {i}" });
}
