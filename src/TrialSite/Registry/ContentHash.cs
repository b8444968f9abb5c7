using System.Buffers;
using System.Security.Cryptography;

namespace TrialSite.Registry;

/// <summary>Tells whether a record changed, without keeping the one before; <see cref="ContentParts"/> says what counts, and why.</summary>
public static class ContentHash
{
    private static readonly ContentPart[] SeenParts = [.. ContentParts.All.Where(part => part.IsSeen)];

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    /// <summary>The same as long as a reader sees the same: dates on which somebody confirmed or posted it alone change nothing.</summary>
    public static string Of(RegistryRecord record) => Of(record, SeenParts);

    /// <summary>The same as long as everything that the site keeps is the same, also what only sorts and files the trial.</summary>
    public static string OfWhole(RegistryRecord record) => Of(record, ContentParts.All);

    private static string Of(RegistryRecord record, IEnumerable<ContentPart> parts)
    {
        buffer ??= new(16 << 10);
        buffer.ResetWrittenCount();
        var writer = new ContentWriter(buffer);
        foreach (var part in parts)
        {
            writer.Add(part.Name);
            part.Write(record, writer);
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
