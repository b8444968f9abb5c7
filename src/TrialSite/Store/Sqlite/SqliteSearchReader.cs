using Microsoft.Data.Sqlite;

namespace TrialSite.Store.Sqlite;

/// <summary>A connection to the search index with its statements, which stay prepared: to prepare one takes longer than most of them run.</summary>
internal sealed class SqliteSearchReader : IDisposable
{
    private readonly Dictionary<string, Stack<SqliteStatement>> idle = [];

    public SqliteSearchReader(string databaseFile)
    {
        Connection = new(SqliteStore.ForReading(databaseFile));
        try
        {
            Connection.Open();
            SqlitePragmas.ForReaders.ApplyTo(Connection);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    /// <summary>It goes back to the others when it is disposed of; the same text twice at once is two statements.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (!idle.TryGetValue(sql, out var same))
            idle.Add(sql, same = []);
        return same.TryPop(out var kept) ? kept : new(Connection, sql, same.Push);
    }

    public void Dispose()
    {
        foreach (var statement in idle.Values.SelectMany(same => same))
            statement.Close();
        Connection.Dispose();
    }
}
