using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace TrialSite.Registry;

/// <summary>The files in a zip, such as the registry's own download with a file for each study.</summary>
internal static class ZipEntries
{
    public static async IAsyncEnumerable<RegistrySource> Of(Stream zip, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var archive = TryOpen(zip, out var entries, out var why);
        if (archive is null)
            yield return RegistrySource.Faulty(name, RegistryFaults.IsDamaged(why));
        else if (entries.Count == 0)
            yield return RegistrySource.Faulty(name, RegistryFaults.HasNoFile());
        foreach (var entry in entries)
        {
            var entryName = $"{name}!{entry.FullName}";
            await using var stream = TryOpen(entry, out why);
            if (stream is null)
                yield return RegistrySource.Faulty(entryName, RegistryFaults.IsDamaged(why));
            else
                yield return (await SourceStart.Of(stream, cancellationToken)).AsJson(entryName);
        }
    }

    private static ZipArchive? TryOpen(Stream zip, out List<ZipArchiveEntry> entries, out string why)
    {
        (entries, why) = ([], "");
        try
        {
            var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            entries = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/'))];
            return archive;
        }
        catch (InvalidDataException e)
        {
            why = e.Message;
            return null;
        }
    }

    private static Stream? TryOpen(ZipArchiveEntry entry, out string why)
    {
        why = "";
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException e)
        {
            // One damaged entry does not stop the rest.
            why = e.Message;
            return null;
        }
    }
}
