using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Benchmarks;

/// <summary>The parser on usual seeds and on the worst texts that we know, each as large as a seed may be.</summary>
internal static class ParserBenchmark
{
    public static void Run()
    {
        Rounds.WriteHead("text");
        Measure("a usual seed", GeneratedSeeds.Text(3, edition: 1));
        foreach (var flood in new[] { "[a](", "•", "0", "0 ", "@", "a@", "-", "\n", "a\n", "Summary\n", "Locations\n", "• a\n", "Phone: ", ";", "+1 ", "\\", "&#64;" })
            Measure($"256 KB of {flood.Replace("\n", "\\n")}", Flood(flood));
        foreach (var heading in new[] { "Conditions", "Locations", "Study contacts", "As listed by the trial registrant", "Disclaimer Read more" })
            Measure($"256 KB of lines under {heading}", heading + "\n" + Flood("acute liver failure\n"));
    }

    private static string Flood(string part) => string.Concat(Enumerable.Repeat(part, SeedParser.MaxBytes / Encoding.UTF8.GetByteCount(part) - 64));

    private static void Measure(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Rounds.Measure(name, bytes.Length, () => SeedParser.Parse(bytes));
    }
}
