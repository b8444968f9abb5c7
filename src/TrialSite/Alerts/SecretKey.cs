using System.Security.Cryptography;
using System.Text;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>A key in a file of its own beside the database, made when it is first needed.</summary>
internal sealed class SecretKey(string path)
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lazy<byte[]> key = new(() => LoadOrMake(path));

    public byte[] Sign(string text) => Sign(Encoding.UTF8.GetBytes(text));

    public byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(key.Value, bytes);

    private static byte[] LoadOrMake(string path)
    {
        while (!File.Exists(path))
            MakeUnlessAnotherProcessDoes(path);
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new CryptographicException($"{path} must hold {KeyBytes} bytes. Restore it from a backup: what was made with it cannot be found without it.");
    }

    /// <summary>Under a lock, because a move replaces what another process made a moment before; who waits does so once in the life of a data folder.</summary>
    private static void MakeUnlessAnotherProcessDoes(string path)
    {
        using var making = FileLock.TryAcquire($"{path}.lock");
        if (making is null)
            Thread.Sleep(10);
        else if (!File.Exists(path))
            Make(path);
    }

    private static void Make(string path)
    {
        var unfinished = $"{path}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path);
    }
}
