namespace TrialSite.Store;

/// <summary>A lock between processes that the operating system lets go when its owner dies.</summary>
public sealed class FileLock : IDisposable
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Makes the folder and the file if need be.</summary>
    public static FileLock? TryAcquire(string path)
    {
        DataFolder.Create(Path.GetDirectoryName(path)!);
        return TryOpen(path, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Held by any number at once, but by nobody while one holds it alone. Only the file is made.</summary>
    public static FileLock? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Alone, as <see cref="TryAcquire"/>, by whoever may read the file.</summary>
    public static FileLock? TryLook(string path) => TryOpen(path, FileAccess.Read, FileShare.None);

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException fault) when (fault.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            return null;
        }
    }

    public static async Task<FileLock> Acquire(string path, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryAcquire(path) is { } held)
                return held;
            if (TimeProvider.System.GetElapsedTime(start) > deadline)
                throw new TimeoutException($"Another process holds {path} for more than {deadline.TotalSeconds:0} seconds.");
            await Task.Delay(50, cancellationToken);
        }
    }

    public void Dispose() => file.Dispose();
}
