using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TrialSite.Store.Sqlite;

internal sealed class SqliteStoreUpkeep(SiteOptions site, TrialWriter writer, TimeProvider time) : IStoreUpkeep
{
    /// <summary>Older engines can lose committed writes when a checkpoint resets the WAL (fixed in 3.51.3).</summary>
    private static readonly Version OldestSafeEngine = new(3, 51, 3);

    private static readonly TimeSpan MigrationDeadline = TimeSpan.FromSeconds(60);

    private const string HistoryTable = "__EFMigrationsHistory";
    private const int CorruptError = 11;
    private const int NotADatabaseError = 26;

    /// <summary>How often the log is tried to be emptied while readers still need it.</summary>
    private const int MostTries = 20;

    /// <summary>In which others may write, and readers end.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private const long LargestLog = 32 * 1024 * 1024;

    /// <summary>A search looks for each word in each segment of the full text.</summary>
    private const int MostSegments = 8;

    /// <summary>Pages of a segment that are merged in one go, about 2 MB: 30 to 60 ms, in which nobody else can write.</summary>
    private const int PagesAtOnce = 500;

    /// <summary>Never yet: a site that is restarted each day has statistics too.</summary>
    private DateTimeOffset optimizedAt = DateTimeOffset.MinValue;

    /// <summary>Readers kept the log from being emptied: the next tidying tries again.</summary>
    private volatile bool mustForget;

    /// <summary>What the index was at the last tidying.</summary>
    private string? revisionBefore;

    /// <summary>What it was when its segments were last looked after.</summary>
    private string? revisionMerged;

    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancellationToken)
    {
        DataFolder.Create(site.DataFolder);
        using var migrating = await FileLock.Acquire(Path.Combine(site.DataFolder, "migrate.lock"), MigrationDeadline, cancellationToken);
        DataFolder.CreateFile(site.DatabaseFile);
        await using var connection = new SqliteConnection(SqliteStore.ForWriting(site.DatabaseFile));
        await connection.OpenAsync(cancellationToken);
        SqlitePragmas.ForWriter.ApplyTo(connection);
        RefuseOldEngine(connection);
        RequireWriteAheadLog(connection);
        List<string> pending = [.. Pending(connection)];
        if (pending.Count > 0)
            SqliteMigrations.Run(site.DatabaseFile, pending, cancellationToken);
        return pending;
    }

    public async Task<string?> FindDamage(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = site.DatabaseFile, Mode = SqliteOpenMode.ReadOnly }.ToString());
        await connection.OpenAsync(cancellationToken);
        try
        {
            var finding = Scalar(connection, "PRAGMA quick_check(1)");
            return finding == "ok" ? null : finding;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is CorruptError or NotADatabaseError)
        {
            // Damaged so badly that the check itself cannot go on.
            return fault.Message;
        }
    }

    public async Task Tidy(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - optimizedAt > TimeSpan.FromDays(1))
        {
            await Write(connection => Scalar(HoldingFewPages(connection), "PRAGMA optimize"), cancellationToken);
            optimizedAt = time.GetUtcNow();
        }
        if (mustForget)
            await ForgetDeleted(cancellationToken);
        else if (new FileInfo($"{site.DatabaseFile}-wal") is { Exists: true, Length: > LargestLog })
            await Write(connection => Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken);
        await MergeSegments(cancellationToken);
        // What a large reseed held is not kept until the next one.
        await Write(connection => Scalar(connection, "PRAGMA shrink_memory"), cancellationToken);
    }

    public async Task<bool> ForgetDeleted(CancellationToken cancellationToken)
    {
        mustForget = true;
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await writer.Write(WriteLane.Import, db => EmptyLog(db, cancellationToken), cancellationToken))
            {
                mustForget = false;
                return true;
            }
            // Others may write meanwhile.
            await Task.Delay(BetweenTries, cancellationToken);
        }
        return false;
    }

    /// <summary>Many small imports leave many segments. While one goes on its own merging is enough: all of it would have to be merged again.</summary>
    private async Task MergeSegments(CancellationToken cancellationToken)
    {
        var revision = await Write(Revision, cancellationToken);
        if (revision == revisionBefore && revision != revisionMerged)
        {
            foreach (var table in SqliteSearchTables.FullText)
            {
                if (await Write(connection => CountSegments(connection, table), cancellationToken) > MostSegments)
                    await Merge(table);
            }
            revisionMerged = revision;
        }
        revisionBefore = revision;

        async Task Merge(string table)
        {
            // The sign asks for one segment in the end. Said again, it would begin anew with whatever came meanwhile.
            for (var pages = -PagesAtOnce; await Write(connection => Revision(connection) == revision && HasMerged(connection, table, pages), cancellationToken); pages = PagesAtOnce)
                await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    private Task<T> Write<T>(Func<SqliteConnection, T> act, CancellationToken cancellationToken) =>
        writer.Write(WriteLane.Import, async db => act(await OpenConnection(db, cancellationToken)), cancellationToken);

    private static string? Revision(SqliteConnection connection) => Scalar(connection, "SELECT SearchRevision FROM Catalogue");

    private static long CountSegments(SqliteConnection connection, string table) => Number(connection, $"SELECT count(DISTINCT segid) FROM {table}_idx");

    /// <summary>False when there was nothing left to do. Nothing in the index is a secret, so its old pages are not overwritten; that is set again when the connection is next opened.</summary>
    private static bool HasMerged(SqliteConnection connection, string table, int pages)
    {
        Scalar(HoldingFewPages(connection), "PRAGMA secure_delete = FAST");
        var before = Number(connection, "SELECT total_changes()");
        Scalar(connection, $"INSERT INTO {table}({table}, rank) VALUES ('merge', {pages})");
        return Number(connection, "SELECT total_changes()") - before > 1;
    }

    /// <summary>Each page of a large table is read once: to hold as many as an import needs would only take memory. Set again when the connection is next opened.</summary>
    private static SqliteConnection HoldingFewPages(SqliteConnection connection)
    {
        Scalar(connection, "PRAGMA cache_size = -4096");
        return connection;
    }

    /// <summary>The rows themselves were overwritten when they were deleted (<c>secure_delete</c>); the log holds their pages until it is folded.</summary>
    private static async Task<bool> EmptyLog(TrialDbContext db, CancellationToken cancellationToken)
    {
        var connection = await OpenConnection(db, cancellationToken);
        // A checkpoint that waits keeps all writers waiting; the time is set again when the connection is next opened.
        Scalar(connection, "PRAGMA busy_timeout = 100");
        return Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == "0";
    }

    private static async Task<SqliteConnection> OpenConnection(TrialDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return (SqliteConnection)db.Database.GetDbConnection();
    }

    /// <summary>Asked without a context: its model takes as long to make as all else until the site is ready.</summary>
    private static IEnumerable<string> Pending(SqliteConnection connection) => HasTable(connection, HistoryTable)
        ? SqliteMigrations.Names.Except(Scalar(connection, $"SELECT group_concat(MigrationId) FROM {HistoryTable}")!.Split(','))
        : SqliteMigrations.Names;

    private static void RefuseOldEngine(SqliteConnection connection)
    {
        var engine = Version.Parse(connection.ServerVersion);
        if (engine < OldestSafeEngine)
            throw new InvalidOperationException($"SQLite {engine} can lose committed writes. {OldestSafeEngine} or newer is needed: see the pinned native package in Directory.Packages.props.");
    }

    private static void RequireWriteAheadLog(SqliteConnection connection)
    {
        var mode = Scalar(connection, "PRAGMA journal_mode = WAL");
        if (mode != "wal")
            throw new InvalidOperationException($"The database's folder must allow a write-ahead log; its journal mode stayed {mode}. A network drive does not.");
    }

    private static bool HasTable(SqliteConnection connection, string name) => Scalar(connection, $"SELECT name FROM sqlite_master WHERE name = '{name}'") is not null;

    private static long Number(SqliteConnection connection, string sql) => long.Parse(Scalar(connection, sql)!, CultureInfo.InvariantCulture);

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
