using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TrialSite.Search;

/// <summary>Reads what a <see cref="ColumnWriter"/> wrote, each column straight into its array.</summary>
internal sealed class ColumnReader(FileStream file)
{
    /// <summary>The next column, in an array that has room for some more when that is wanted.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public (T[] Values, int Count) Read<T>(bool withRoom = false)
        where T : unmanaged
    {
        var count = new int[1];
        Fill(count);
        if (count[0] < 0 || (long)count[0] * Unsafe.SizeOf<T>() > file.Length - file.Position)
            throw new InvalidDataException("The column is longer than the file.");
        var values = GC.AllocateUninitializedArray<T>(withRoom ? TrialColumns.Room(count[0]) : count[0]);
        Fill(values.AsSpan(0, count[0]));
        var hash = new byte[SHA256.HashSizeInBytes];
        Fill(hash);
        return SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan(0, count[0]))).AsSpan().SequenceEqual(hash) ? (values, count[0]) : throw new InvalidDataException("The column is not what was written.");
    }

    private void Fill<T>(Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("The file ends too early.");
    }
}
