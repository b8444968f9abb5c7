using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TrialSite.Store.Sqlite;

/// <summary>A prepared statement that is stepped without the driver's reader, which costs more than a look by key itself.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
        ColumnCount = raw.sqlite3_column_count(statement);
    }

    public int ColumnCount { get; }

    /// <summary>False behind the last row; then, or when enough was read, it must be <see cref="Reset"/>, or the log of the store is never folded.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return result == raw.SQLITE_ROW;
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public void Bind(int parameter, long value) => raw.sqlite3_bind_int64(statement, parameter, value);

    public void Bind(int parameter, string value) => raw.sqlite3_bind_text(statement, parameter, Encoding.UTF8.GetBytes(value));

    public void Bind(int parameter, ReadOnlySpan<byte> value) => raw.sqlite3_bind_blob(statement, parameter, value);

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Until the next step; numbers as their digits.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();
}
