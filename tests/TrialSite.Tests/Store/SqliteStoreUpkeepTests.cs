using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Store.Sqlite;

namespace TrialSite.Tests.Store;

public sealed class SqliteStoreUpkeepTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await using var site = TestSite.WithoutStore();

        Assert.Equal(SqliteMigrations.Names, await site.Get<IStoreUpkeep>().Migrate(default));
        var dump = await site.Dump();
        Assert.Empty(await site.Get<IStoreUpkeep>().Migrate(default));

        Assert.Equal(dump, await site.Dump());
        Assert.Null(await site.Get<IStoreUpkeep>().FindDamage(default));
    }

    public static TheoryData<string> Migrations => [.. SqliteMigrations.Names];

    /// <remarks>A new one is written with <c>dotnet ef migrations script BEFORE NAME --no-transactions --output NAME.sql</c>.</remarks>
    [Theory]
    [MemberData(nameof(Migrations))]
    public async Task The_script_of_a_migration_is_what_Entity_Framework_makes_of_it(string migration)
    {
        await using var db = new SqliteTrialDbContext(SqliteStore.ForWriter("not-opened.db"));
        var before = SqliteMigrations.Names.TakeWhile(name => name != migration).LastOrDefault();

        var made = db.GetService<IMigrator>().GenerateScript(before, migration, MigrationsSqlGenerationOptions.NoTransactions);

        Assert.Equal(WithoutVersion(made), WithoutVersion(SqliteMigrations.ScriptOf(migration)));

        static string WithoutVersion(string script) => Regex.Replace(script.ReplaceLineEndings("\n"), @"'\d+\.\d+\.\d+'\);", "'of Entity Framework');");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("20261122191522_Alerts")]
    public async Task A_store_becomes_by_the_scripts_what_Entity_Framework_would_make_of_it(string? earlier)
    {
        await using var ours = TestSite.WithoutStore();
        await using var theirs = TestSite.WithoutStore();
        if (earlier is not null)
        {
            foreach (var site in new[] { ours, theirs })
                await MakeWithATrial(site, earlier);
        }

        var applied = await ours.Get<IStoreUpkeep>().Migrate(default);
        await MigrateByEntityFramework(theirs, null);

        Assert.Equal(SqliteMigrations.Names.SkipWhile(name => earlier is not null && name != earlier).Skip(earlier is null ? 0 : 1), applied);
        Assert.Equal(await Contents(theirs), await Contents(ours));
        Assert.Equal(earlier is null ? "0" : "1", await ours.Scalar("SELECT count(*) FROM Trials WHERE Title = 'Of an earlier version'"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        await using var site = TestSite.WithoutStore();
        Directory.CreateDirectory(site.DataFolder);
        await using (var file = await site.OpenFile(SqliteOpenMode.ReadWriteCreate))
            await StoreFile.Rows(file, "CREATE TABLE Countries (Id INTEGER)"); // In the way of the third.

        await Assert.ThrowsAsync<SqliteException>(() => site.Get<IStoreUpkeep>().Migrate(default));

        Assert.Equal("Countries", await site.Scalar("SELECT group_concat(name) FROM sqlite_master"));
    }

    private static async Task MakeWithATrial(TestSite site, string migration)
    {
        await MigrateByEntityFramework(site, migration);
        await using var file = await site.OpenFile(SqliteOpenMode.ReadWrite);
        await StoreFile.Rows(file, """
            INSERT INTO Trials (NctId, Version, FromGeneration, UntilGeneration, IsListed, FirstSeen, LastUpdated, LocationsSeenOn, Title, Editorial, Seed_ContentHash, Seed_FileName)
            VALUES ('NCT09000001', 1, 1, 9223372036854775807, 1, '2026-01-01', '2026-01-01', '2026-01-01', 'Of an earlier version', '{}', 'hash', 'NCT09000001.txt')
            """);
        // A migrator of then that was killed; nobody waits for it.
        await StoreFile.Rows(file, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00')");
    }

    private static async Task MigrateByEntityFramework(TestSite site, string? target)
    {
        Directory.CreateDirectory(site.DataFolder);
        await using var db = new SqliteTrialDbContext(SqliteStore.ForWriter(site.DatabaseFile));
        if (File.Exists(site.DatabaseFile))
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock");
        await db.GetService<IMigrator>().MigrateAsync(target);
    }

    /// <summary>But for the lock of Entity Framework, which has another one here, and the name of its version.</summary>
    private static async Task<string> Contents(TestSite site)
    {
        await using var file = await site.OpenFile(SqliteOpenMode.ReadWrite);
        await StoreFile.Rows(file, "DROP TABLE IF EXISTS __EFMigrationsLock");
        await StoreFile.Rows(file, "UPDATE __EFMigrationsHistory SET ProductVersion = ''");
        var schema = await StoreFile.Rows(file, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2");
        return string.Join('\n', schema.Append(await site.Dump()));
    }

    [Fact]
    public async Task The_program_knows_all_migrations()
    {
        await using var db = new SqliteTrialDbContext(SqliteStore.ForWriter("not-opened.db"));

        Assert.Equal(db.Database.GetMigrations(), SqliteMigrations.Names);
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
