using System.Globalization;

namespace TrialSite.Benchmarks.Sizes;

/// <summary>One measure of all sizes: a column, or two, of the table, and a plot.</summary>
internal sealed record SizeMeasure(string Name, string FileName, params (string Name, Func<SizeFigures, double?> Of)[] Lines)
{
    public static IReadOnlyList<SizeMeasure> All { get; } =
    [
        new("first import, records a second", "import", ("", row => row.ImportRate)),
        new("start to first page, ms", "start", ("home", row => row.HomeAtStart), ("trial", row => row.TrialAtStart)),
        Timed("trial page, ms", "trial-page", row => row.Trial),
        Timed("condition page, ms", "condition-page", row => row.Condition),
        Timed("search, ms", "search", row => row.Search),
        Timed("suggestions, ms", "suggestions", row => row.Suggestions),
        new("memory, MB", "memory", ("", row => row.Memory)),
    ];

    /// <summary>Whole numbers, and below ten one digit more.</summary>
    public static string Text(double? value) => value is { } known ? known.ToString(known < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture) : "";

    private static SizeMeasure Timed(string name, string fileName, Func<SizeFigures, Times> times) =>
        new(name, fileName, ("p50", row => times(row).P50), ("p99", row => times(row).P99));
}
