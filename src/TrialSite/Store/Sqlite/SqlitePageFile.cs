using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>The pages in one SQLite file, a row each by NCT number; a file that is damaged or of another form is deleted and begun anew.</summary>
internal sealed partial class SqlitePageFile(SiteOptions site, PageOptions options, TimeProvider time, ILogger<SqlitePageFile> log) : IPageFile, IDisposable
{
    private const int ErrorInSql = 1; // A table or column that is not there.
    private const int CorruptError = 11;
    private const int NotADatabaseError = 26;
    private const int MostIdle = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<SqlitePageRows> idle = [];
    private int idleCount; // The bag's own count stops all who take from it.
    private readonly Lock gate = new();
    private volatile bool isReady;
    private volatile bool isDisposed;
    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;

    public StoredPage? Find(NctId nctId) => Try(rows => rows.Find(nctId));

    public bool Keep(IReadOnlyList<StoredPage> pages) => Try(rows => rows.Keep(pages));

    public void Dispose()
    {
        isDisposed = true;
        CloseIdle();
    }

    private T? Try<T>(Func<SqlitePageRows, T> ask)
    {
        if (!options.KeepOnDisk || !(isReady || Begin()))
            return default;
        SqlitePageRows? rows = null;
        try
        {
            rows = TakeIdle() ?? new SqlitePageRows(site.PagesFile);
            var answer = ask(rows);
            GiveBack(rows);
            return answer;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            // The page is rendered, as if it had never been kept.
            rows?.Dispose();
            Tell(fault);
            return default;
        }
    }

    private void GiveBack(SqlitePageRows rows)
    {
        if (isDisposed || !isReady || Volatile.Read(ref idleCount) >= MostIdle)
        {
            rows.Dispose();
            return;
        }
        Interlocked.Increment(ref idleCount);
        idle.Add(rows);
    }

    private SqlitePageRows? TakeIdle()
    {
        if (!idle.TryTake(out var rows))
            return null;
        Interlocked.Decrement(ref idleCount);
        return rows;
    }

    private bool Begin()
    {
        lock (gate)
        {
            if (isReady)
                return true;
            if (isDisposed || time.GetUtcNow() < pausedUntil)
                return false;
            try
            {
                SqlitePageRows.Create(site.PagesFile);
                return isReady = true;
            }
            catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                Tell(fault);
                return false;
            }
        }
    }

    private void Tell(Exception fault)
    {
        lock (gate)
        {
            var isSpoilt = fault is SqliteException { SqliteErrorCode: ErrorInSql or CorruptError or NotADatabaseError };
            if (isSpoilt && Delete())
                return;
            if (time.GetUtcNow() < pausedUntil)
                return;
            pausedUntil = time.GetUtcNow() + Pause;
            LogFault(fault.Message);
        }
    }

    /// <summary>Another process that has it open goes on with the file that has no name any more.</summary>
    private bool Delete()
    {
        isReady = false;
        CloseIdle();
        try
        {
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(site.PagesFile + suffix);
            LogSpoilt();
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogFault(fault.Message);
            return false;
        }
    }

    private void CloseIdle()
    {
        while (TakeIdle() is { } rows)
            rows.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "Pages are not kept on disk now: {Reason}")]
    private partial void LogFault(string reason);

    [LoggerMessage(LogLevel.Warning, "The file of kept pages was spoilt: it is deleted and begun anew")]
    private partial void LogSpoilt();
}
