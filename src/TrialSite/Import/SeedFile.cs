using System.Security.Cryptography;
using TrialSite.Seeds;

namespace TrialSite.Import;

/// <summary>A seed as it lies on the disk: its bytes, or why it cannot be read.</summary>
public sealed record SeedFile(string Path, byte[] Bytes, string ContentHash, SeedProblem? Fault)
{
    /// <summary>Raised whenever the same bytes would be read or rendered differently, so that a reseed reads every file again.</summary>
    public const byte FormatVersion = 1;

    public string FileName => System.IO.Path.GetFileName(Path);

    public static SeedFile Read(string path, byte formatVersion = FormatVersion)
    {
        try
        {
            var file = new FileInfo(path);
            if (FaultOf(file) is { } fault)
                return Unreadable(path, fault);
            var bytes = File.ReadAllBytes(path);
            return new(path, bytes, HashOf(bytes, formatVersion), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, ImportProblems.CannotBeRead(fault is UnauthorizedAccessException ? "no permission" : "the disk answers with an error"));
        }
    }

    /// <summary>Hex of SHA-256 over the format's version and the bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes, byte formatVersion = FormatVersion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([formatVersion]);
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What the same bytes were known by when they were read as earlier versions of the format.</summary>
    public static IReadOnlyList<string> EarlierHashesOf(byte[] bytes, byte formatVersion) =>
        [.. Enumerable.Range(1, formatVersion - 1).Select(earlier => HashOf(bytes, (byte)earlier))];

    private static SeedFile Unreadable(string path, SeedProblem fault) => new(path, [], "", fault);

    private static SeedProblem? FaultOf(FileInfo file)
    {
        if (file.LinkTarget is not null)
            return ImportProblems.IsLink();
        if (Directory.Exists(file.FullName))
            return ImportProblems.IsFolder();
        // Pipes and devices also have length 0; opening a pipe would wait for ever.
        if (file.Length == 0)
            return ImportProblems.IsEmpty();
        return file.Length > SeedParser.MaxBytes ? ImportProblems.IsTooLarge(file.Length) : null;
    }
}
