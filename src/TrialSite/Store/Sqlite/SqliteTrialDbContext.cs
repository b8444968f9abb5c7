using Microsoft.EntityFrameworkCore;

namespace TrialSite.Store.Sqlite;

public sealed class SqliteTrialDbContext(DbContextOptions<SqliteTrialDbContext> options) : TrialDbContext(options);
