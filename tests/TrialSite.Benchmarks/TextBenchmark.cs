using System.Text;
using System.Text.Json;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Benchmarks;

/// <summary>Markdown to HTML, of usual texts and of the worst that we know; and what changed between two records, of a usual pair and of real ones that have nothing in common.</summary>
internal static class TextBenchmark
{
    private const int LongestText = 8 * 1024;
    private const int Pairs = 200;

    private const string Usual = "Half of the people walk **each day**, and half live as before.\n\n- It takes 12 weeks.\n- See [the record](https://clinicaltrials.gov/study/NCT06904755).\n\n";

    /// <param name="files">Real records, a study a line.</param>
    public static async Task Run(string[] files)
    {
        Rounds.WriteHead("Markdown");
        foreach (var part in new[] { Usual, "[a](", "*", "**a ", "`", "> ", "- ", "![", "<a", "&#64;", "\\", "[a]: b\n" })
            Render(part == Usual ? "usual" : $"8 KB of {part.Replace("\n", "\\n")}", Flood(part));
        Console.WriteLine();
        Rounds.WriteHead("what changed");
        Compare("a usual record, another title, status and place", await Edition(1), await Edition(2));
        var real = await Records(files).Take(Pairs).ToListAsync();
        foreach (var (before, after) in real.Zip(real.Skip(1)).OrderByDescending(pair => Size(pair.First) + Size(pair.Second)).Take(3))
            Compare("one of the largest of 200 real records, and another trial's", before, after);
    }

    private static void Render(string name, string text) => Rounds.Measure(name, Encoding.UTF8.GetByteCount(text), () => SafeMarkdown.ToHtml(text));

    private static void Compare(string name, RegistryRecord before, RegistryRecord after) =>
        Rounds.Measure(name, Size(before) + Size(after), () => TrialComparison.Between(new TrialLayers(null, before), new TrialLayers(null, after)));

    private static string Flood(string part) => string.Concat(Enumerable.Repeat(part, LongestText / Encoding.UTF8.GetByteCount(part)));

    private static int Size(RegistryRecord record) => JsonSerializer.SerializeToUtf8Bytes(record).Length;

    private static async Task<RegistryRecord> Edition(int edition)
    {
        using var line = new MemoryStream(Encoding.UTF8.GetBytes(GeneratedRecords.Line(1, edition)));
        return (await RegistryReader.Read(line, "generated.ndjson").FirstAsync(reading => reading.IsRecord)).Record!;
    }

    private static async IAsyncEnumerable<RegistryRecord> Records(string[] files)
    {
        foreach (var file in files)
        {
            await foreach (var reading in RegistryReader.Read(file))
            {
                if (reading.IsRecord)
                    yield return reading.Record;
            }
        }
    }
}
