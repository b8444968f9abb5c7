using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>The store in one SQLite file: read-only readers, one writer.</summary>
internal static class SqliteStore
{
    private const int BusyError = 5;
    private const int LockedError = 6;
    private const int ReadOnlyError = 8;
    private const int IoError = 10;
    private const int FullError = 13;
    private const int CannotOpenError = 14;

    /// <summary>In which SQLite tries some five times for whoever waits.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(0.5);

    /// <summary>One for readers and the writer: to make it takes half a second, most of what there is to do until a first page.</summary>
    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var context = new SqliteTrialDbContext(new DbContextOptionsBuilder<SqliteTrialDbContext>().UseSqlite().Options);
        return context.Model;
    });

    public static IServiceCollection AddSqliteStore(this IServiceCollection services)
    {
        CountNoMemory();
        services.AddPooledDbContextFactory<SqliteTrialDbContext>((provider, options) =>
            ForReaders(options, provider.GetRequiredService<SiteOptions>().DatabaseFile));
        services.AddScoped<TrialDbContext>(provider => provider.GetRequiredService<IDbContextFactory<SqliteTrialDbContext>>().CreateDbContext().OfNow());
        services.AddSingleton(provider =>
        {
            // Not before the first write: they bring the model.
            var options = new Lazy<DbContextOptions<SqliteTrialDbContext>>(() => ForWriter(provider.GetRequiredService<SiteOptions>().DatabaseFile));
            return new TrialWriter(() => new SqliteTrialDbContext(options.Value), IsUnavailable, new(Path.Combine(provider.GetRequiredService<SiteOptions>().DataFolder, "write.lock"), MostPatience));
        });
        services.AddSingleton<IStoreUpkeep, SqliteStoreUpkeep>();
        services.AddSingleton<ISearchStore, SqliteSearchStore>();
        services.AddSingleton<ICatalogueMoments, SqliteCatalogueMoments>();
        services.AddSingleton<IPageFile, SqlitePageFile>();
        return services;
    }

    /// <summary>Makes what the first page or the first write would wait for: the model, and the code that turns a question into SQL. No file is opened: SQLite may not yet have been told to count no memory.</summary>
    public static void MakeReady()
    {
        using var db = new SqliteTrialDbContext(new DbContextOptionsBuilder<SqliteTrialDbContext>().UseSqlite().UseModel(Model.Value).Options);
        NctId[] nobody = [];
        db.Trials.IgnoreQueryFilters().Where(trial => nobody.Contains(trial.NctId)).ToQueryString();
    }

    public static DbContextOptions<SqliteTrialDbContext> ForWriter(string databaseFile) =>
        new DbContextOptionsBuilder<SqliteTrialDbContext>()
            .UseSqlite(ForWriting(databaseFile))
            .UseModel(Model.Value)
            .AddInterceptors(SqlitePragmas.ForWriter)
            .Options;

    public static string ForWriting(string databaseFile) => ConnectionString(databaseFile, SqliteOpenMode.ReadWriteCreate);

    public static string ForReading(string databaseFile) => ConnectionString(databaseFile, SqliteOpenMode.ReadOnly);

    /// <summary>SQLite would count each piece of memory that any connection takes, and all of them would wait for each other meanwhile. It can be told so only before it first opens a file; a second site in a process is refused, and need not say it.</summary>
    private static void CountNoMemory()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static void ForReaders(DbContextOptionsBuilder options, string databaseFile) => options
        .UseSqlite(ForReading(databaseFile), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseModel(Model.Value)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(SqlitePragmas.ForReaders);

    private static string ConnectionString(string databaseFile, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = mode, DefaultTimeout = 5 }.ToString();

    private static bool IsUnavailable(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is BusyError or LockedError or ReadOnlyError or IoError or FullError or CannotOpenError,
        DbUpdateException update => update.InnerException is { } inner && IsUnavailable(inner),
        _ => false,
    };
}
