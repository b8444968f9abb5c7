using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TrialSite.Benchmarks.Sizes;

/// <summary>The part of docs/performance.md between its two marks.</summary>
internal static class SizeTable
{
    private const string Begin = "<!-- sizes: written by the benchmark -->";
    private const string End = "<!-- end of sizes -->";

    public static async Task Write(string file, IReadOnlyList<SizeFigures> rows)
    {
        var text = await File.ReadAllTextAsync(file);
        var (from, until) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (from < Begin.Length || until < from)
            throw new InvalidOperationException($"{file} has no place for the table: {Begin} and {End}");
        await File.WriteAllTextAsync(file, $"{text[..from]}\n\n{Of(rows)}\n{text[until..]}");
    }

    private static string Of(IReadOnlyList<SizeFigures> rows)
    {
        var columns = SizeMeasure.All.SelectMany(measure => measure.Lines.Select(line => (Name: $"{measure.Name} {line.Name}".TrimEnd(), line.Of))).ToList();
        var table = new StringBuilder($"{Machine()}\n\n| trials | {string.Join(" | ", columns.Select(column => column.Name))} |\n|{string.Concat(Enumerable.Repeat("---|", columns.Count + 1))}\n");
        foreach (var row in rows)
            table.Append(CultureInfo.InvariantCulture, $"| {row.Size:N0} | {string.Join(" | ", columns.Select(column => SizeMeasure.Text(column.Of(row))))} |\n");
        table.Append('\n');
        foreach (var measure in SizeMeasure.All)
            table.Append(CultureInfo.InvariantCulture, $"![{measure.Name}, by the number of trials](plots/{measure.FileName}.svg)\n");
        return table.ToString();
    }

    private static string Machine() => string.Create(CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, .NET {Environment.Version}, SQLite {new SqliteConnection().ServerVersion}{Load()}.");

    /// <summary>Where the system tells it: on a busy machine all figures are larger.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? $", load average {File.ReadAllText("/proc/loadavg").Split(' ')[1]} at the end" : "";
}
