using Microsoft.EntityFrameworkCore.Design;

namespace TrialSite.Store.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteTrialDbContext>
{
    public SqliteTrialDbContext CreateDbContext(string[] args) => new(SqliteStore.ForWriter("design.db"));
}
