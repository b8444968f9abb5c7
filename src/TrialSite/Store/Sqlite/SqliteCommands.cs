using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TrialSite.Store.Sqlite;

/// <summary>Prepared statements within the transaction of the trials that they are about.</summary>
internal sealed class SqliteCommands : IDisposable
{
    private readonly List<SqliteStatement> statements = [];
    private readonly SqliteConnection connection;

    public SqliteCommands(TrialDbContext db)
    {
        connection = (SqliteConnection)db.Database.GetDbConnection();
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("This is written within the transaction of its trials.");
    }

    public SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(connection, sql);
        statements.Add(statement);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements)
            statement.Dispose();
    }
}
