using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TrialSite.Search;

/// <summary>Writes columns into a file, one behind the other: how many values, the values, and their hash.</summary>
internal sealed class ColumnWriter(FileStream file)
{
    private const int AtOnce = 1 << 14;

    public void Write<T>(IEnumerable<T> values)
        where T : unmanaged
    {
        var (begin, count) = (file.Position, 0);
        file.Write(MemoryMarshal.AsBytes([count]));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in values.Chunk(AtOnce))
        {
            var bytes = MemoryMarshal.AsBytes(part.AsSpan());
            hash.AppendData(bytes);
            file.Write(bytes);
            count += part.Length;
        }
        file.Write(hash.GetHashAndReset());
        var end = file.Position;
        file.Position = begin;
        file.Write(MemoryMarshal.AsBytes([count]));
        file.Position = end;
    }
}
