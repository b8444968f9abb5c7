using Microsoft.Data.Sqlite;

namespace TrialSite.Store.Sqlite;

/// <summary>The migrations as the SQL that Entity Framework makes of them, written down beside them: to have it made at each first start takes longer than all that it says. Tests compare.</summary>
internal static class SqliteMigrations
{
    public static IReadOnlyList<string> Names { get; } = ["20261122182010_Initial", "20261122191522_Alerts", "20261123002411_Registry", "20261127094021_SearchNames"];

    /// <summary>All of them, or none.</summary>
    public static void Run(string databaseFile, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        // Not of the pool: nobody else shall get it as it is set here.
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteStore.ForWriting(databaseFile)) { Pooling = false }.ToString());
        connection.Open();
        SqlitePragmas.ForWriter.ApplyTo(connection);
        // SQLite changes some tables by making them anew under their names, and within a transaction it cannot be told.
        Execute("PRAGMA foreign_keys = OFF");
        using var transaction = connection.BeginTransaction();
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Execute(ScriptOf(name));
        }
        transaction.Commit();

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Without transactions; its last statement notes that it was done.</summary>
    internal static string ScriptOf(string name)
    {
        using var script = new StreamReader(typeof(SqliteMigrations).Assembly.GetManifestResourceStream($"TrialSite.Store.Sqlite.Migrations.{name}.sql")!);
        return script.ReadToEnd();
    }
}
