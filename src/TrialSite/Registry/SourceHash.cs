using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TrialSite.Registry;

/// <summary>Recognises a record by its bytes, without reading it.</summary>
public static class SourceHash
{
    /// <summary>Raised when this program reads the same bytes otherwise than before: then every record is read again.</summary>
    private const byte FormatVersion = 1;

    public static UInt128 Of(ReadOnlySpan<byte> record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash) ^ FormatVersion;
    }

    /// <summary>As the store keeps it.</summary>
    public static string ToText(UInt128 hash) => hash.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    public static UInt128 FromText(string text) => UInt128.Parse(text, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
}
