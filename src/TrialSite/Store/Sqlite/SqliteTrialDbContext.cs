using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TrialSite.Store.Sqlite;

public sealed class SqliteTrialDbContext(DbContextOptions<SqliteTrialDbContext> options) : TrialDbContext(options)
{
    /// <summary>A context comes from the pool with what it knew.</summary>
    public SqliteTrialDbContext OfNow()
    {
        ForgetGeneration();
        return this;
    }

    public override Action<TrialDbContext> Insert<T>(IEnumerable<T> rows) => SqliteRows.Insert(Model, rows);

    public override async Task CommitWithoutWaiting(CancellationToken cancellationToken)
    {
        // Until the connection goes back to the pool: whoever opens it next sets it up anew.
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync(SqlitePragmas.ForImport, cancellationToken);
    }

    /// <summary>By the driver: each page asks, and a query of the model's costs more than the page's trial. The connection stays open for what comes next.</summary>
    protected override long ReadGeneration()
    {
        Database.OpenConnection();
        using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"SELECT Generation FROM Catalogue WHERE Id = {Store.Catalogue.OnlyId}";
        return (long)command.ExecuteScalar()!;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsText>();
    }

    /// <summary>The driver's own text, in UTC: in the order of time, and unlike a <see cref="DateTimeOffset"/> the provider compares it.</summary>
    private sealed class InstantAsText() : ValueConverter<DateTimeOffset, string>(
        instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        text => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
}
