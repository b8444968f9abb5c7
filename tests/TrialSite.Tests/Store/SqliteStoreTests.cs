using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Tests.Store;

/// <summary>What LIMITS asks of each connection is in force, not only asked for.</summary>
public sealed class SqliteStoreTests
{
    private static readonly Dictionary<string, string> ForEveryone = new()
    {
        ["journal_mode"] = "wal",
        ["synchronous"] = "2",
        ["busy_timeout"] = "5000",
        ["mmap_size"] = "0",
        ["trusted_schema"] = "0",
        ["cell_size_check"] = "1",
        ["foreign_keys"] = "1",
    };

    private static readonly Dictionary<string, string> ForWriter = new(ForEveryone)
    {
        ["cache_size"] = "-65536",
        ["journal_size_limit"] = "67108864",
        ["secure_delete"] = "1",
        ["wal_autocheckpoint"] = "4000",
    };

    [Fact]
    public async Task Readers_have_their_pragmas()
    {
        await using var site = await TestSite.Open();

        var pragmas = await site.Read(db => PragmasOf(db, "cache_size", "query_only"));

        Assert.Equal(new(ForEveryone) { ["cache_size"] = "-1024", ["query_only"] = "1" }, pragmas);
    }

    [Fact]
    public async Task The_writer_has_its_pragmas()
    {
        await using var site = await TestSite.Open();

        var pragmas = await Written(site, db => PragmasOf(db, [.. ForWriter.Keys]));

        Assert.Equal(ForWriter, pragmas);
    }

    [Fact]
    public async Task Who_writes_after_a_chunk_of_an_import_waits_for_the_disk()
    {
        await using var site = await TestSite.Open();
        var ofImport = await Written(site, async db =>
        {
            await db.CommitWithoutWaiting(default);
            return await PragmasOf(db, "wal_autocheckpoint");
        });

        var after = await Written(site, db => PragmasOf(db, [.. ForWriter.Keys]));

        Assert.Equal(("1", "16000"), (ofImport["synchronous"], ofImport["wal_autocheckpoint"]));
        Assert.Equal(ForWriter, after);
    }

    [Fact]
    public async Task A_connection_from_the_pool_has_its_pragmas_again()
    {
        await using var site = await TestSite.Open();
        await site.Read(db => db.Database.ExecuteSqlRawAsync("PRAGMA query_only = OFF; PRAGMA busy_timeout = 0"));

        var pragmas = await site.Read(db => PragmasOf(db, "query_only"));

        Assert.Equal(("1", "5000"), (pragmas["query_only"], pragmas["busy_timeout"]));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var site = await TestSite.Open();

        await Assert.ThrowsAsync<SqliteException>(() => site.Read(db => db.Database.ExecuteSqlRawAsync("DELETE FROM Catalogue")));
        await Assert.ThrowsAsync<SqliteException>(() => site.Read(db => db.Database.ExecuteSqlRawAsync("PRAGMA query_only = OFF; DELETE FROM Catalogue")));

        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM Catalogue"));
    }

    [Fact]
    public async Task The_engine_loses_no_committed_write()
    {
        await using var site = await TestSite.Open();

        Assert.True(Version.Parse(await site.Scalar("SELECT sqlite_version()")) >= new Version(3, 51, 3));
    }

    [Fact]
    public async Task A_write_of_a_locked_store_ends_within_five_and_a_half_seconds_and_works_later()
    {
        await using var site = await TestSite.Open();
        var writer = site.Get<TrialWriter>();
        await writer.Write(WriteLane.People, TurnTo(6), default); // The store's model is made by the first.
        await using (var other = await site.OpenFile(SqliteOpenMode.ReadWrite))
        {
            await StoreFile.Rows(other, "BEGIN IMMEDIATE");
            await Quickly.Within(TimeSpan.FromSeconds(5.5), async () =>
            {
                var start = TimeProvider.System.GetTimestamp();
                await Assert.ThrowsAsync<StoreUnavailableException>(() => writer.Write(WriteLane.People, TurnTo(7), default));
                Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(4.5), "It gave up early.");
            });
        }
        await writer.Write(WriteLane.People, TurnTo(8), default);
        Assert.Equal("8", await site.Scalar("SELECT Generation FROM Catalogue"));
    }

    [Fact]
    public async Task A_lock_of_a_second_is_waited_for()
    {
        await using var site = await TestSite.Open();
        var other = await site.OpenFile(SqliteOpenMode.ReadWrite);
        await StoreFile.Rows(other, "BEGIN IMMEDIATE");

        var write = site.Get<TrialWriter>().Write(WriteLane.People, TurnTo(7), default);
        await Task.Delay(1000);
        Assert.False(write.IsCompleted);
        await other.DisposeAsync();

        await write;
        Assert.Equal("7", await site.Scalar("SELECT Generation FROM Catalogue"));
    }

    private static Func<TrialDbContext, Task<int>> TurnTo(long generation) => async db =>
    {
        (await db.Catalogue.SingleAsync()).TurnTo(generation);
        return await db.SaveChangesAsync();
    };

    private static Task<T> Written<T>(TestSite site, Func<TrialDbContext, Task<T>> act) => site.Get<TrialWriter>().Write(WriteLane.People, act, default);

    private static async Task<Dictionary<string, string>> PragmasOf(TrialDbContext db, params string[] more)
    {
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var pragmas = new Dictionary<string, string>();
        foreach (var name in ForEveryone.Keys.Union(more))
            pragmas[name] = (await StoreFile.Rows(connection, $"PRAGMA {name}")).Single();
        return pragmas;
    }
}
