using BenchmarkDotNet.Attributes;
using TrialSite.Seeds;

namespace TrialSite.Benchmarks.Micro;

/// <summary>The parser on a usual seed and on the worst texts that we know, each as large as a seed may be.</summary>
public class ParserBenchmark
{
    private static readonly string[] Floods = ["[a](", "•", "0", "0 ", "@", "a@", "-", "\n", "a\n", "Summary\n", "Locations\n", "• a\n", "Phone: ", ";", "+1 ", "\\", "&#64;"];
    private static readonly string[] Headings = ["Conditions", "Locations", "Study contacts", "As listed by the trial registrant", "Disclaimer Read more"];

    public static IEnumerable<NamedText> Texts =>
    [
        new("a usual seed", GeneratedSeeds.Text(3, edition: 1)),
        .. Floods.Select(part => NamedText.Flood(part, SeedParser.MaxBytes)),
        .. Headings.Select(heading => new NamedText($"256 KB of lines under {heading}", heading + "\n" + NamedText.Repeat("acute liver failure\n", SeedParser.MaxBytes - 64))),
    ];

    [ParamsSource(nameof(Texts))]
    public NamedText Seed { get; set; } = null!;

    [Benchmark]
    public SeedParseResult Parse() => SeedParser.Parse(Seed.Utf8);
}
