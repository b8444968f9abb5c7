using System.Text;
using BenchmarkDotNet.Attributes;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Benchmarks.Micro;

/// <summary>What changed between two records: of a usual pair, and of large real ones that have nothing in common.</summary>
public class ComparisonBenchmark
{
    public static IEnumerable<RecordPair> Pairs => [new("a usual record: another title, status and place", Edition(1), Edition(2)), .. RealPairs()];

    [ParamsSource(nameof(Pairs))]
    public RecordPair Records { get; set; } = null!;

    [Benchmark]
    public object Between() => TrialComparison.Between(new TrialLayers(null, Records.Before), new TrialLayers(null, Records.After));

    private static RegistryRecord Edition(int edition)
    {
        using var line = new MemoryStream(Encoding.UTF8.GetBytes(GeneratedRecords.Line(1, edition)));
        return Read(RegistryReader.Read(line, "generated.ndjson")).First();
    }

    /// <summary>The three largest of 200 neighbours in the file.</summary>
    private static IEnumerable<RecordPair> RealPairs()
    {
        if (!File.Exists(MicroBenchmarks.Records))
            return [];
        List<RegistryRecord> records = [.. Read(RegistryReader.Read(MicroBenchmarks.Records)).Take(200)];
        return records.Zip(records.Skip(1), (before, after) => new RecordPair("", before, after))
            .OrderByDescending(pair => pair.Bytes)
            .Take(3)
            .Select(pair => pair with { Name = $"two real records of {pair.Bytes / 1024} KB together" });
    }

    private static IEnumerable<RegistryRecord> Read(IAsyncEnumerable<RegistryReading> readings) =>
        readings.ToBlockingEnumerable().Where(reading => reading.IsRecord).Select(reading => reading.Record!);
}
