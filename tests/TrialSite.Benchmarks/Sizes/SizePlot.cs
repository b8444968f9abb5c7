using System.Globalization;
using System.Text;

namespace TrialSite.Benchmarks.Sizes;

/// <summary>A small picture of cost against size: sizes by their tenfold, costs from nothing up. Readable on light and on dark.</summary>
internal sealed class SizePlot
{
    private const int Width = 420;
    private const int Height = 220;
    private const int Left = 50;
    private const int Right = Width - 50;
    private const int Top = 36;
    private const int Bottom = Height - 28;

    private readonly IReadOnlyList<SizeFigures> rows;
    private readonly double most;
    private readonly StringBuilder svg = new();

    private SizePlot(SizeMeasure measure, IReadOnlyList<SizeFigures> rows)
    {
        this.rows = rows;
        most = RoundUp(measure.Lines.SelectMany(line => rows.Select(line.Of)).Max() ?? 1);
        Add($$$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{{Width}}} {{{Height}}}" width="{{{Width}}}" height="{{{Height}}}" role="img" aria-label="{{{measure.Name}}}, by the number of trials">
            <style>
            text{font:12px sans-serif;fill:#333} path{fill:none;stroke-width:2} .axis{stroke:#888;stroke-width:1} .first{stroke:#05a} .second{stroke:#b40;stroke-dasharray:6 3}
            @media(prefers-color-scheme:dark){text{fill:#ddd} .first{stroke:#6bf} .second{stroke:#fa6}}
            </style>
            <text x="{{{Left}}}" y="16">{{{measure.Name}}}</text>
            """);
        Axes();
        foreach (var (at, line) in measure.Lines.Index())
            Line(line.Name, line.Of, at == 0 ? "first" : "second");
        svg.Append("</svg>\n");
    }

    public static string Of(SizeMeasure measure, IReadOnlyList<SizeFigures> rows) => new SizePlot(measure, rows).svg.ToString();

    private void Axes()
    {
        Add($"""<path class="axis" d="M{Left} {Top}V{Bottom}H{Right}"/>""");
        foreach (var value in new[] { 0, most / 2, most })
            Add($"""<text x="{Left - 6}" y="{Y(value) + 4:0}" text-anchor="end">{value:#,0.#}</text>""");
        foreach (var row in rows)
            Add($"""<text x="{X(row):0}" y="{Bottom + 18}" text-anchor="middle">{row.Size:N0}</text>""");
    }

    private void Line(string name, Func<SizeFigures, double?> of, string look)
    {
        var points = rows.Where(row => of(row) is not null).Select(row => (X: X(row), Y: Y(of(row)!.Value))).ToList();
        if (points.Count == 0)
            return;
        Add($"""<path class="{look}" d="M{string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0} {point.Y:0}")))}"/>""");
        foreach (var (x, y) in points)
            Add($"""<path class="{look}" d="M{x - 2:0} {y:0}h4"/>""");
        if (name.Length > 0)
            Add($"""<text x="{points[^1].X + 8:0}" y="{points[^1].Y + 4:0}">{name}</text>""");
    }

    private double X(SizeFigures row)
    {
        var (least, greatest) = (Math.Log10(rows[0].Size), Math.Log10(rows[^1].Size));
        return rows.Count == 1 ? Left : Left + 30 + (Math.Log10(row.Size) - least) / (greatest - least) * (Right - Left - 30);
    }

    private double Y(double value) => Bottom - value / most * (Bottom - Top);

    /// <summary>To one digit, so that the axis has a round end.</summary>
    private static double RoundUp(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 0.1))));
        return Math.Ceiling(value / unit) * unit;
    }

    private void Add(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
