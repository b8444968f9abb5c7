using System.IO.Compression;

namespace TrialSite.Web.Kept;

/// <summary>Makes one form of a page's bytes from another.</summary>
internal static class PageBytes
{
    /// <summary>2 takes half of the time of 4 and is a fifteenth larger: docs/performance.md.</summary>
    private const int Quality = 2;
    private const int BestQuality = 11;

    /// <summary>As far back as nearly every page reaches.</summary>
    private const int Window = 18;

    public static byte[] Brotli(ReadOnlySpan<byte> plain) => Brotli(plain, Quality);

    /// <summary>As small as can be, behind the answers.</summary>
    public static byte[] SmallestBrotli(ReadOnlySpan<byte> plain) => Brotli(plain, BestQuality);

    private static byte[] Brotli(ReadOnlySpan<byte> plain, int quality)
    {
        var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, bytes, out var length, quality, Window) ? bytes[..length] : throw new InvalidOperationException("Brotli needs more than it said.");
    }

    public static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var bytes = new MemoryStream(plain.Length / 2);
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain);
        return bytes.ToArray();
    }

    public static byte[] PlainOf(byte[] bytes, PageForm form)
    {
        if (form == PageForm.Plain)
            return bytes;
        using var packed = new MemoryStream(bytes);
        using Stream reading = form == PageForm.Brotli ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream(bytes.Length * 6);
        reading.CopyTo(plain);
        return plain.ToArray();
    }
}
