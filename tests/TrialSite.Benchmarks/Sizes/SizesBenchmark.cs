using System.Globalization;

namespace TrialSite.Benchmarks.Sizes;

/// <summary>What it costs to serve registries of several sizes; writes the table and the plots of docs/performance.md.</summary>
internal static class SizesBenchmark
{
    /// <param name="folder">A folder for each size; a store that is there already is used as it is.</param>
    /// <param name="sizes">Numbers of trials, as <c>1000,10000</c>.</param>
    /// <param name="records">Real records, of which those of a store that is not there are made.</param>
    public static async Task Run(string folder, string sizes, string[] records)
    {
        var rows = new List<SizeFigures>();
        foreach (var size in sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order())
            rows.Add(await SizeFigures.Of(await SizedStore.Open(folder, size, records)));
        var docs = Path.Combine(RunningSite.Root, "docs");
        await SizeTable.Write(Path.Combine(docs, "performance.md"), rows);
        Directory.CreateDirectory(Path.Combine(docs, "plots"));
        foreach (var measure in SizeMeasure.All)
            await File.WriteAllTextAsync(Path.Combine(docs, "plots", $"{measure.FileName}.svg"), SizePlot.Of(measure, rows));
    }
}
