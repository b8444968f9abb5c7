using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Benchmarks.Records;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Store;

namespace TrialSite.Benchmarks.Sizes;

/// <summary>A store with so many generated trials, and how fast its first import was; made once, used again.</summary>
/// <param name="Folder">With the data folder.</param>
/// <param name="Size">How many trials.</param>
/// <param name="ImportRate">Records a second; null when another made the store.</param>
internal sealed record SizedStore(string Folder, int Size, double? ImportRate)
{
    public static async Task<SizedStore> Open(string folder, int size, string[] records)
    {
        var own = Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture));
        var (rate, data) = (Path.Combine(own, "import-rate.txt"), Path.Combine(own, "data"));
        if (!File.Exists(Path.Combine(data, "trialsite.db")))
        {
            Directory.CreateDirectory(own);
            await File.WriteAllTextAsync(rate, (await Import(own, size, records)).ToString(CultureInfo.InvariantCulture));
        }
        return new(own, size, File.Exists(rate) ? double.Parse(await File.ReadAllTextAsync(rate), CultureInfo.InvariantCulture) : null);
    }

    private static async Task<double> Import(string own, int size, string[] records)
    {
        var file = Path.Combine(own, "records.ndjson.gz");
        await RecordsGenerator.Run(size, file, records);
        await using var services = BenchmarkSite.Open(own);
        await services.GetRequiredService<IStoreUpkeep>().Migrate(default);
        var start = Stopwatch.GetTimestamp();
        var report = await services.GetRequiredService<RegistryImporter>().Import(
            isKnown => RegistryReader.Read(file, isKnown), new(), problem => throw new InvalidOperationException(problem.ToString()), progress: null, default);
        var rate = report.Read / Stopwatch.GetElapsedTime(start).TotalSeconds;
        File.Delete(file);
        return rate;
    }
}
