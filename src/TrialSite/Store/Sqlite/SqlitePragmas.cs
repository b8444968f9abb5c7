using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrialSite.Store.Sqlite;

/// <summary>Sets up each connection; docs/operations.md says why for each pragma.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Everyone = """
        PRAGMA busy_timeout = 5000;
        PRAGMA synchronous = FULL;
        PRAGMA mmap_size = 0;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        """;

    public static readonly SqlitePragmas ForReaders = new($"""
        {Everyone}
        PRAGMA cache_size = -1024;
        PRAGMA query_only = ON;
        """);

    public static readonly SqlitePragmas ForWriter = new($"""
        {Everyone}
        PRAGMA cache_size = -65536;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA secure_delete = ON;
        """);

    /// <summary>On top of the writer's; a checkpoint is the dearest part of a commit, and pages that many chunks write are copied once.</summary>
    public const string ForImport = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000;";

    private readonly string pragmas;

    private SqlitePragmas(string pragmas) => this.pragmas = pragmas;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => ApplyTo(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ApplyTo(connection);
        return Task.CompletedTask;
    }

    public void ApplyTo(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
