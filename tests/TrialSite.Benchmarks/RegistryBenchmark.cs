using System.Diagnostics;
using System.IO.Compression;
using TrialSite.Registry;

namespace TrialSite.Benchmarks;

/// <summary>How fast records of the registry are read and hashed, and in how much memory: the given files over and over, as gzip and as text.</summary>
internal static class RegistryBenchmark
{
    public static async Task Run(int count, string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-registry-").FullName;
        try
        {
            var text = Path.Combine(folder, "records.ndjson");
            var records = await Repeat(files, count, text);
            var packed = Path.Combine(folder, "records.ndjson.gz");
            await Pack(text, packed);
            Console.WriteLine($"| {records:N0} records, {new FileInfo(text).Length / 1e6:N0} MB | seconds | CPU seconds | records a CPU second | allocated MB | peak working set MB |");
            Console.WriteLine("|---|---|---|---|---|---|");
            for (var round = 0; round < 3; round++)
            {
                await Measure("text: read", text, records, _ => 0);
                await Measure("text: read and hashed", text, records, Hash);
                await Measure("gzip: read and hashed", packed, records, Hash);
                await Measure("gzip: known", packed, records, _ => 0, _ => true);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Hash(RegistryRecord record) => ContentHash.Of(record).Length;

    private static async Task Measure(string name, string path, int expected, Func<RegistryRecord, int> use, Func<UInt128, bool>? isKnown = null)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        var (start, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var (records, used) = (0, 0L);
        await foreach (var reading in RegistryReader.Read(path, isKnown))
        {
            if (reading.IsProblem)
                throw new InvalidOperationException(reading.Problem.ToString());
            records++;
            used += reading.IsRecord ? use(reading.Record) : 0;
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (records != expected)
            throw new InvalidOperationException($"{records} of {expected} records, {used}");
        process.Refresh();
        var cpuSeconds = (process.TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine($"| {name} | {seconds:0.00} | {cpuSeconds:0.00} | {expected / cpuSeconds:N0} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6:N0} | {process.PeakWorkingSet64 / 1e6:N0} |");
    }

    private static async Task<int> Repeat(string[] files, int count, string path)
    {
        await using var text = new StreamWriter(path);
        for (var records = 0; ;)
        {
            foreach (var file in files)
            {
                using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
                while (await reader.ReadLineAsync() is { } line)
                {
                    await text.WriteLineAsync(line);
                    if (++records == count)
                        return records;
                }
            }
        }
    }

    private static async Task Pack(string path, string packed)
    {
        await using var text = File.OpenRead(path);
        await using var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest);
        await text.CopyToAsync(gzip);
    }
}
