using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TrialSite.Store.Sqlite;

internal sealed class SqliteStoreUpkeep(SiteOptions site, TrialWriter writer, TimeProvider time) : IStoreUpkeep
{
    /// <summary>Older engines can lose committed writes when a checkpoint resets the WAL (fixed in 3.51.3).</summary>
    private static readonly Version OldestSafeEngine = new(3, 51, 3);

    private static readonly TimeSpan MigrationDeadline = TimeSpan.FromSeconds(60);

    private const int CorruptError = 11;
    private const int NotADatabaseError = 26;

    private const long LargestLog = 32 * 1024 * 1024;

    /// <summary>Never yet: a site that is restarted each day has statistics too.</summary>
    private DateTimeOffset optimizedAt = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancellationToken)
    {
        DataFolder.Create(site.DataFolder);
        using var migrating = await FileLock.Acquire(Path.Combine(site.DataFolder, "migrate.lock"), MigrationDeadline, cancellationToken);
        DataFolder.CreateFile(site.DatabaseFile);
        await using var db = new SqliteTrialDbContext(SqliteStore.ForWriter(site.DatabaseFile));
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        RefuseOldEngine(connection);
        RequireWriteAheadLog(connection);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            ForgetLockOfDeadMigrator(connection);
            await db.Database.MigrateAsync(cancellationToken);
        }
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
            await Run("PRAGMA optimize");
            optimizedAt = time.GetUtcNow();
        }
        if (new FileInfo($"{site.DatabaseFile}-wal") is { Exists: true, Length: > LargestLog })
            await Run("PRAGMA wal_checkpoint(TRUNCATE)");

        Task<int> Run(string pragma) => writer.Write(WriteLane.Import, db => db.Database.ExecuteSqlRawAsync(pragma, cancellationToken), cancellationToken);
    }

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

    /// <summary>We hold the operating system's lock, so a row in EF's own lock table was left by a process that was killed.</summary>
    private static void ForgetLockOfDeadMigrator(SqliteConnection connection)
    {
        if (Scalar(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsLock'") is not null)
            Scalar(connection, "DELETE FROM __EFMigrationsLock");
    }

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
