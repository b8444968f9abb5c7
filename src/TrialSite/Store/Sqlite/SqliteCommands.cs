using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace TrialSite.Store.Sqlite;

/// <summary>Prepared commands within the transaction of the trials that they are about; their parameters are <c>$0</c>, <c>$1</c> ...</summary>
internal sealed class SqliteCommands(TrialDbContext db) : IDisposable
{
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteConnection connection = (SqliteConnection)db.Database.GetDbConnection();
    private readonly SqliteTransaction transaction =
        (SqliteTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("This is written within the transaction of its trials.")).GetDbTransaction();

    public SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        commands.Add(command);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in commands)
            command.Dispose();
    }
}

internal static class SqliteCommandRun
{
    /// <summary>Adds a row, and gives its id; a RETURNING clause would take five times as long.</summary>
    public static long Add(this SqliteCommand insert, params ReadOnlySpan<object?> values)
    {
        insert.Run(values);
        return raw.sqlite3_last_insert_rowid(insert.Connection!.Handle);
    }

    /// <summary>The first value of the first row, where that is a number.</summary>
    public static long? Scalar(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Set(command, values);
        return command.ExecuteScalar() as long?;
    }

    public static void Run(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
