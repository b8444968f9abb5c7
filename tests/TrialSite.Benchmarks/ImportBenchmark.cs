using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Store;

namespace TrialSite.Benchmarks;

/// <summary>An import of a whole registry, the same file again, and the file with one title in a hundred changed; the store stays, for the searches.</summary>
internal static class ImportBenchmark
{
    private const int Stretch = 50_000;

    public static async Task Run(string file, string folder)
    {
        await using var services = BenchmarkSite.Open(folder);
        await services.GetRequiredService<IStoreUpkeep>().Migrate(CancellationToken.None);
        Console.WriteLine("| import | seconds | CPU seconds | records a second | slowest 50,000 | allocated MB | peak working set MB | database MB | MB written |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        await Measure("first", file, folder, services);
        await Measure("the same again", file, folder, services);
        var changed = Path.Combine(folder, "changed.ndjson.gz");
        await Change(file, changed);
        await Measure("1 % changed", changed, folder, services);
        File.Delete(changed);
    }

    private static async Task Measure(string name, string file, string folder, ServiceProvider services)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (allocated, cpu, written) = (GC.GetTotalAllocatedBytes(), process.TotalProcessorTime, BytesWritten());
        var stretches = new Stretches();
        var report = await services.GetRequiredService<RegistryImporter>().Import(
            isKnown => RegistryReader.Read(file, isKnown), new(), problem => throw new InvalidOperationException(problem.ToString()), stretches, CancellationToken.None);
        var seconds = stretches.Seconds;
        process.Refresh();
        var database = new DirectoryInfo(Path.Combine(folder, "data")).EnumerateFiles("trialsite.db*").Sum(part => part.Length);
        Console.WriteLine($"| {name}: {report.Totals} | {seconds:0.0} | {(process.TotalProcessorTime - cpu).TotalSeconds:0.0} | {report.Read / seconds:N0} | {stretches.SlowestRate(seconds, report.Read):N0} | {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:N0} | {process.PeakWorkingSet64 / 1e6:N0} | {database / 1e6:N0} | {(BytesWritten() - written) / 1e6:N0} |");
    }

    /// <summary>By this process to files, the write-ahead log among them; 0 where the system does not tell.</summary>
    private static long BytesWritten() => File.Exists("/proc/self/io")
        ? long.Parse(File.ReadLines("/proc/self/io").Single(line => line.StartsWith("wchar:", StringComparison.Ordinal))[7..], System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    private static async Task Change(string file, string changed)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        await using var writer = new StreamWriter(new GZipStream(File.Create(changed), CompressionLevel.Fastest));
        for (var number = 0; await reader.ReadLineAsync() is { } line; number++)
            await writer.WriteLineAsync(number % 100 == 0 ? line.Replace("\"briefTitle\":\"", "\"briefTitle\":\"Changed: ", StringComparison.Ordinal) : line);
    }

    /// <summary>When each fifty thousand records were looked at.</summary>
    private sealed class Stretches : IProgress<RegistryImportProgress>
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private readonly List<double> ends = [0];

        public double Seconds => Stopwatch.GetElapsedTime(start).TotalSeconds;

        public void Report(RegistryImportProgress value)
        {
            if (value.Records % Stretch == 0)
                ends.Add(Seconds);
        }

        public double SlowestRate(double seconds, long records) =>
            ends.Count < 2 ? records / seconds : Stretch / ends.Zip(ends.Skip(1), (from, to) => to - from).Max();
    }
}
