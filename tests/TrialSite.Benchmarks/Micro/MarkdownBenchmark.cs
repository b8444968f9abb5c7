using BenchmarkDotNet.Attributes;
using TrialSite.Trials;

namespace TrialSite.Benchmarks.Micro;

/// <summary>Markdown to HTML, of usual text and of the worst that we know, each as long as a field may be.</summary>
public class MarkdownBenchmark
{
    private const int LongestText = 8 * 1024;

    private const string Usual = "Half of the people walk **each day**, and half live as before.\n\n- It takes 12 weeks.\n- See [the record](https://clinicaltrials.gov/study/NCT06904755).\n\n";

    private static readonly string[] Floods = ["[a](", "*", "**a ", "`", "> ", "- ", "![", "<a", "&#64;", "\\", "[a]: b\n"];

    public static IEnumerable<NamedText> Texts => [new("8 KB of usual text", NamedText.Repeat(Usual, LongestText)), .. Floods.Select(part => NamedText.Flood(part, LongestText))];

    [ParamsSource(nameof(Texts))]
    public NamedText Markdown { get; set; } = null!;

    [Benchmark]
    public string ToHtml() => SafeMarkdown.ToHtml(Markdown.Text);
}
