namespace TrialSite.Registry;

/// <summary>Tells files of records from seeds.</summary>
public static class RegistryFiles
{
    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl", ".gz", ".zip"];

    /// <summary>By the ending, or by the first bytes: those of gzip, or of JSON.</summary>
    /// <remarks>A zip shows in its ending alone: an editor's .docx is one too.</remarks>
    public static bool IsOne(string path) => HasEnding(path) || HasStart(path);

    /// <summary>By their endings, in the order of their names; folders within the folder are not read.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var paths = Directory.GetFiles(folder).Where(HasEnding).ToList();
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private static bool HasEnding(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool HasStart(string path)
    {
        try
        {
            // Pipes and devices also have length 0; opening a pipe would wait for ever.
            if (new FileInfo(path).Length == 0)
                return false;
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[512];
            return IsStart(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it as a seed says why it cannot be read.
            return false;
        }
    }

    /// <summary>Titles of trials begin with "[18F]": a list counts only with a study in it.</summary>
    private static bool IsStart(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x1F, 0x8B, ..])
            return true;
        var text = bytes.TrimStart("\uFEFF \t\r\n"u8);
        return text is [(byte)'{' or (byte)'[', ..] && text[1..].TrimStart(" \t\r\n"u8) is [var next, ..] && next == (text[0] == '{' ? '"' : '{');
    }
}
