using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Store.Sqlite;
using TrialSite.Trials;

namespace TrialSite.Tests.Store;

public sealed class SqliteStoreUpkeepTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await using var site = TestSite.WithoutStore();

        Assert.Equal(SqliteTrialDbContext.Migrations, await site.Get<IStoreUpkeep>().Migrate(default));
        var dump = await site.Dump();
        Assert.Empty(await site.Get<IStoreUpkeep>().Migrate(default));

        Assert.Equal(dump, await site.Dump());
        Assert.Null(await site.Get<IStoreUpkeep>().FindDamage(default));
    }

    [Fact]
    public async Task The_lock_row_of_a_killed_migrator_hinders_nobody()
    {
        await using var site = TestSite.WithoutStore();
        Directory.CreateDirectory(site.DataFolder);
        await using (var file = await site.OpenFile(SqliteOpenMode.ReadWriteCreate))
        {
            await StoreFile.Rows(file, """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """);
        }

        var applied = await site.Get<IStoreUpkeep>().Migrate(default).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotEmpty(applied);
        Assert.Equal(0, await site.Read(db => new TrialPages(db).CountTrials(default)));
    }

    [Fact]
    public async Task Four_sites_migrate_one_empty_store_at_once()
    {
        await using var first = TestSite.WithoutStore();
        await using var second = TestSite.WithoutStore(first.DataFolder);
        await using var third = TestSite.WithoutStore(first.DataFolder);
        await using var fourth = TestSite.WithoutStore(first.DataFolder);
        TestSite[] sites = [first, second, third, fourth];

        var applied = await Task.WhenAll(sites.Select(site => Task.Run(() => site.Get<IStoreUpkeep>().Migrate(default))));

        Assert.Single(applied, names => names.Count > 0);
        Assert.All(sites, site => Assert.Equal(0, site.Read(db => db.Trials.CountAsync()).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Every_migration_is_made_of_the_model()
    {
        await using var site = await TestSite.Open();

        Assert.False(await site.Get<TrialWriter>().Write(WriteLane.People, db => Task.FromResult(db.Database.HasPendingModelChanges()), default));
    }

    [Fact]
    public async Task Nothing_about_the_model_is_worth_a_warning()
    {
        await using var site = await TestSite.Open();

        await site.Read(db => db.Trials.CountAsync());

        Assert.DoesNotMatch("(Warning|Error): .*(column|model)", site.Log.Text);
    }

    [Fact]
    public async Task A_reseed_finds_its_trials_without_reading_the_others()
    {
        await using var site = await TestSite.Open();
        await using var file = await site.OpenFile();
        var sql = await site.Read(db => Task.FromResult(db.Trials.AsSingleQuery().Where(trial => trial.HasSeed).Select(trial => trial.Title).ToQueryString()));

        var plan = await StoreFile.Rows(file, $"EXPLAIN QUERY PLAN {Regex.Replace(sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..], @"@\w+", "9")}");

        Assert.Contains("USING INDEX IX_Trials_HasSeed", Assert.Single(plan));
    }

    [Fact]
    public async Task The_data_folder_is_for_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var site = await TestSite.Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(site.DataFolder));
    }

    [Fact]
    public async Task Damage_is_found()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 50));
        await site.Reseed();
        await using (var file = await site.OpenFile(SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        await using (var file = File.Open(site.DatabaseFile, FileMode.Open))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[16 * 1024]);
        }

        Assert.NotNull(await site.Get<IStoreUpkeep>().FindDamage(default));
    }

    [Fact]
    public async Task Statistics_are_made_at_once_and_not_again_on_the_same_day()
    {
        await using var site = await TestSite.Open();
        var upkeep = site.Get<IStoreUpkeep>();
        site.Write(TestSeed.Numbers(1, 200));
        await site.Reseed();

        await upkeep.Tidy(default);
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'"));
        await site.Get<TrialWriter>().Write(WriteLane.Import, db => db.Database.ExecuteSqlRawAsync("DROP TABLE sqlite_stat1"), default);
        await upkeep.Tidy(default);
        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'"));
    }

    [Fact]
    public async Task The_full_text_of_many_small_imports_is_merged_once_they_are_over()
    {
        await using var site = await TestSite.Open();
        await site.Get<TrialWriter>().Write(WriteLane.Import, db => db.Database.ExecuteSqlRawAsync("""
            INSERT INTO SearchNames(SearchNames, rank) VALUES ('automerge', 0);
            INSERT INTO SearchWords(SearchWords, rank) VALUES ('automerge', 0);
            """), default);
        var upkeep = site.Get<IStoreUpkeep>();
        for (var number = 1; number <= 10; number++)
        {
            site.Write(TestSeed.Numbers(1, number));
            await site.Reseed();
            if (number == 8)
            {
                await upkeep.Tidy(default);
                await upkeep.Tidy(default);
                Assert.Equal(["8", "8"], await Segments());
            }
        }

        await upkeep.Tidy(default);
        Assert.Equal(["10", "10"], await Segments());
        await upkeep.Tidy(default);
        Assert.Equal(["1", "1"], await Segments());
        await using var scope = site.Scope();
        var search = scope.ServiceProvider.GetRequiredService<TrialSearch>();
        Assert.Single((await search.Find(TrialQuery.All with { Text = "programme 7" }, default)).Hits);

        Task<string[]> Segments() => Task.WhenAll(SqliteSearchTables.FullText.Select(table => site.Scalar($"SELECT count(DISTINCT segid) FROM {table}_idx")));
    }

    [Fact]
    public async Task A_long_write_ahead_log_is_cut()
    {
        await using var site = await TestSite.Open();
        await using var reader = await site.OpenFile();
        await StoreFile.Rows(reader, "BEGIN");
        await StoreFile.Rows(reader, "SELECT COUNT(*) FROM Trials");
        await site.Get<TrialWriter>().Write(WriteLane.Import, db => db.Database.ExecuteSqlRawAsync("""
            INSERT INTO Conditions (Slug, Name)
            WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 34)
            SELECT 'c' || i, hex(randomblob(500000)) FROM number
            """), default);
        var log = new FileInfo($"{site.DatabaseFile}-wal");
        Assert.InRange(log.Length, 32 << 20, long.MaxValue);
        await StoreFile.Rows(reader, "COMMIT");

        await site.Get<IStoreUpkeep>().Tidy(default);

        log.Refresh();
        Assert.Equal(0, log.Length);
    }
}
