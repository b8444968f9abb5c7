namespace TrialSite.Store;

/// <summary>
/// Who wants to write to the store, in any process, until he has written. SQLite gives its lock to whoever tries at the right moment, and a long import, which takes it
/// again and again, would win it from a visitor for seconds.
/// </summary>
/// <param name="lockFile">Held by each of them.</param>
/// <param name="patience">How long one waits for another at most: a program that hangs must not stop every import for good.</param>
public sealed class WaitingWriters(string lockFile, TimeSpan patience)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <returns>Disposed of once it is written; null when it could not be said, which hinders nobody from writing.</returns>
    public async Task<IDisposable?> Announce(CancellationToken cancellationToken)
    {
        try
        {
            var start = TimeProvider.System.GetTimestamp();
            var held = FileLock.TryShare(lockFile);
            // Who looks whether anybody waits holds the file alone for a moment.
            while (held is null && TimeProvider.System.GetElapsedTime(start) < patience)
            {
                await Task.Delay(1, cancellationToken);
                held = FileLock.TryShare(lockFile);
            }
            return held;
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            return null;
        }
    }

    /// <summary>Until nobody waits any more, or for as long as patience lasts.</summary>
    public async Task LetBy(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (IsAnyone() && TimeProvider.System.GetElapsedTime(start) < patience)
            await Task.Delay(BetweenLooks, cancellationToken);
    }

    private bool IsAnyone()
    {
        try
        {
            using var alone = FileLock.TryLook(lockFile);
            return alone is null;
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            return false;
        }
    }

    private static bool IsOfFile(Exception fault) => fault is IOException or UnauthorizedAccessException;
}
