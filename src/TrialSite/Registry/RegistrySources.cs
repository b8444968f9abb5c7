using System.Runtime.CompilerServices;

namespace TrialSite.Registry;

/// <summary>The streams of JSON in a file, a folder or a stream, always in the same order, so that a count of records tells where to go on.</summary>
internal static class RegistrySources
{
    public static IAsyncEnumerable<RegistrySource> Of(string path, Action<int>? bytesRead, CancellationToken cancellationToken) =>
        Directory.Exists(path) ? OfFolder(path, bytesRead, cancellationToken) : OfFile(path, Path.GetFileName(path), bytesRead, cancellationToken);

    public static async IAsyncEnumerable<RegistrySource> Of(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = await SourceStart.Of(stream, cancellationToken);
        if (start.IsGzip)
        {
            await using var unpacked = start.Unpacked();
            yield return (await SourceStart.Of(unpacked, cancellationToken)).AsJson(name);
        }
        else if (start.IsZip)
        {
            await using var file = stream.CanSeek ? null : await Copy(start.Whole(), cancellationToken);
            await foreach (var entry in ZipEntries.Of(file ?? stream, name, cancellationToken))
                yield return entry;
        }
        else
        {
            yield return start.AsJson(name);
        }
    }

    private static async IAsyncEnumerable<RegistrySource> OfFolder(string path, Action<int>? bytesRead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        var files = Directory.GetFiles(path, "*", options);
        if (files.Length == 0)
            yield return RegistrySource.Faulty(Path.GetFileName(path), RegistryFaults.HasNoFile());
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files)
        {
            await foreach (var source in OfFile(file, Path.GetRelativePath(path, file), bytesRead, cancellationToken))
                yield return source;
        }
    }

    private static async IAsyncEnumerable<RegistrySource> OfFile(string path, string name, Action<int>? bytesRead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = TryOpen(path, bytesRead, out var why);
        if (file is null)
        {
            yield return RegistrySource.Faulty(name, RegistryFaults.CannotBeRead(why));
            yield break;
        }
        await foreach (var source in Of(file, name, cancellationToken))
            yield return source;
    }

    private static CountedFile? TryOpen(string path, Action<int>? bytesRead, out string why)
    {
        why = "";
        try
        {
            return new CountedFile(path, bytesRead);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // One file that is locked or forbidden does not stop the rest.
            why = e is FileNotFoundException or DirectoryNotFoundException ? "it is not there" : e.Message;
            return null;
        }
    }

    /// <summary>A zip is read from its end, where its list of files is; memory would not hold the whole registry.</summary>
    private static async Task<FileStream> Copy(Stream stream, CancellationToken cancellationToken)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);
        await stream.CopyToAsync(copy, cancellationToken);
        return copy;
    }
}
