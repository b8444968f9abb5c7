using System.Text;
using Microsoft.Data.Sqlite;

namespace TrialSite.Tests;

/// <summary>The database as another program would open it, behind the site's back.</summary>
internal static class StoreFile
{
    public static async Task<SqliteConnection> Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Every row of every table, in readable lines, of full text what lies beneath it; two equal dumps are the same store. A site that runs for a minute counts its rows anew.</summary>
    public static async Task<string> Dump(string path, bool withStatistics = true)
    {
        await using var connection = await Open(path);
        var dump = new StringBuilder();
        foreach (var table in await Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"))
        {
            if (withStatistics || !table.StartsWith("sqlite_stat", StringComparison.Ordinal))
                dump.Append(table).Append('\n').AppendJoin('\n', await Rows(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2")).Append('\n');
        }
        return dump.ToString();
    }

    public static async Task<IReadOnlyList<string>> Rows(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }
}
