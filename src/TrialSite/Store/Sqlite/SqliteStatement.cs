using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TrialSite.Store.Sqlite;

/// <summary>A prepared statement, stepped without the driver's command and reader, which cost more than a short statement does. Its parameters are <c>?1</c>, <c>?2</c> ...</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;
    private readonly Action<SqliteStatement>? giveBack;
    private byte[] buffer = new byte[1024];

    /// <param name="connection">Where it is prepared.</param>
    /// <param name="sql">Its text.</param>
    /// <param name="giveBack">Gets it when it is disposed of, ready for the next who asks; without it, that is its end.</param>
    public SqliteStatement(SqliteConnection connection, string sql, Action<SqliteStatement>? giveBack = null)
    {
        (this.connection, this.giveBack) = (connection, giveBack);
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
        ColumnCount = raw.sqlite3_column_count(statement);
    }

    public int ColumnCount { get; }

    /// <summary>Begins anew with these values.</summary>
    public SqliteStatement With(params ReadOnlySpan<object?> values)
    {
        Reset();
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        return this;
    }

    /// <summary>Goes to the next row; false behind the last. A statement that is kept must be <see cref="Reset"/> when enough was read, or the log of the store is never folded.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Goes to the next row and gives its first value, a number: for walks through many thousands. The driver counts who holds the statement at each call, which takes a third of such a walk.</summary>
    public bool Step(out long first)
    {
        var handle = statement.DangerousGetHandle();
        var result = sqlite3_step(handle);
        first = result == raw.SQLITE_ROW ? sqlite3_column_int64(handle, 0) : 0;
        GC.KeepAlive(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public void Run(params ReadOnlySpan<object?> values) => With(values).Step();

    /// <summary>Adds a row, and gives its id; a RETURNING clause would take five times as long.</summary>
    public long Add(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>The first value of the first row; null when there is no row, or nothing in it.</summary>
    public long? Scalar(params ReadOnlySpan<object?> values)
    {
        var value = With(values).Step() && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(statement, 0) : (long?)null;
        Reset();
        return value;
    }

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public int Int(int column) => raw.sqlite3_column_int(statement, column);

    /// <summary>Until the next step; numbers as their digits.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>Of digits alone, as the store writes it: an index of a whole registry has a million of them.</summary>
    public DateOnly Date(int column)
    {
        var day = Bytes(column);
        return new(Number(day[..4]), Number(day[5..7]), Number(day[8..]));

        static int Number(ReadOnlySpan<byte> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (giveBack is null)
        {
            Close();
            return;
        }
        Reset();
        raw.sqlite3_clear_bindings(statement);
        giveBack(this);
    }

    public void Close() => statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => BindText(at, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        DateOnly day => BindText(at, day.ToString("O", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(statement, at, number),
        bool or byte or ushort or int or uint or long => raw.sqlite3_bind_int64(statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is no value of SQLite."),
    };

    private int BindText(int at, string text)
    {
        // An empty span would be taken for null.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, at, "");
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (buffer.Length < most)
            buffer = new byte[most];
        return raw.sqlite3_bind_text(statement, at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    [DllImport("e_sqlite3")]
    private static extern int sqlite3_step(nint statement);

    [DllImport("e_sqlite3")]
    private static extern long sqlite3_column_int64(nint statement, int column);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
