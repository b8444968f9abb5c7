using System.Diagnostics;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>Makes a registry of any size from real records: new NCT IDs, sentences, conditions and places mixed within a topic, a long tail of new words.</summary>
/// <remarks>The same records give the same file each time. Nothing but two chunks of records is held at once.</remarks>
internal static class RecordsGenerator
{
    private const int ChunkSize = 500;

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The NCT ID of a generated trial, so that others can ask for one without reading the file.</summary>
    public static string NctId(int number) => $"NCT{10_000_000 + (7 * number):D8}";

    public static async Task Run(int count, string path, string[] files)
    {
        var start = Stopwatch.GetTimestamp();
        var stock = await Stock.Read(files);
        Console.WriteLine(stock.InWords);
        await Write(stock, count, path);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{count:N0} records, {new FileInfo(path).Length / 1e6:N0} MB packed, {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s, peak working set {process.PeakWorkingSet64 / 1e6:N0} MB");
    }

    private static async Task Write(Stock stock, int count, string path)
    {
        await using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        var underWay = new Queue<Task<ReadOnlyMemory<byte>>>();
        for (var first = 0; first < count || underWay.Count > 0; first += ChunkSize)
        {
            if (first < count)
                underWay.Enqueue(Chunk(stock, first, Math.Min(ChunkSize, count - first)));
            if (underWay.Count > 2 || first >= count - ChunkSize)
                await gzip.WriteAsync(await underWay.Dequeue());
        }
    }

    private static Task<ReadOnlyMemory<byte>> Chunk(Stock stock, int first, int count) => Task.Run(() =>
    {
        var bytes = new MemoryStream(count * (18 << 10));
        using var json = new Utf8JsonWriter(bytes, Format);
        for (var number = first; number < first + count; number++)
        {
            new StudyMix(stock, number, json).Write();
            json.Flush();
            json.Reset();
            bytes.WriteByte((byte)'\n');
        }
        return (ReadOnlyMemory<byte>)bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    });
}
