using Microsoft.EntityFrameworkCore.Design;

namespace TrialSite.Store.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> and <c>script</c> only.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteTrialDbContext>
{
    public SqliteTrialDbContext CreateDbContext(string[] args) => new(SqliteStore.ForWriter("design.db"));
}
