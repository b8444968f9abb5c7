using System.Globalization;
using System.IO.Compression;

namespace TrialSite.Maps;

/// <summary>The land of the world, and each country by its two letters; <c>make.js</c> makes the file.</summary>
internal sealed class Outlines
{
    private readonly Dictionary<string, OutlinedCountry> countries = [];

    public IReadOnlyList<Outline> Land { get; private init; } = [];

    /// <summary>Null when the map does not know the country.</summary>
    public OutlinedCountry? Of(string code) => countries.GetValueOrDefault(code);

    public static Outlines Unpack()
    {
        using var packed = typeof(Outlines).Assembly.GetManifestResourceStream("TrialSite.Maps.outlines.tsv.br") ?? throw new InvalidOperationException("the outlines are not in the program");
        using var lines = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        var outlines = new Outlines { Land = OutlinesIn((lines.ReadLine() ?? "").Split('\t')) };
        while (lines.ReadLine() is { } line)
        {
            var row = line.Split('\t');
            outlines.countries[row[0]] = new(FrameIn(row[1]), OutlinesIn(row));
        }
        return outlines;
    }

    private static List<Outline> OutlinesIn(string[] row) => [.. row.Skip(2).Select(outline => Outline.Read(outline))];

    private static MapFrame FrameIn(string text)
    {
        var sides = text.Split(' ').Select(side => int.Parse(side, CultureInfo.InvariantCulture) / 100.0).ToArray();
        return new(sides[0], sides[1], sides[2], sides[3]);
    }
}

/// <summary>A country's outlines, and the frame of its largest part with what lies near that.</summary>
internal sealed record OutlinedCountry(MapFrame Home, IReadOnlyList<Outline> Outlines);
