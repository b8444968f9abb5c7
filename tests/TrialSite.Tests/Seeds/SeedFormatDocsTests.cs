using System.Text.RegularExpressions;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>docs/seed-format.md says what the parser does.</summary>
public sealed partial class SeedFormatDocsTests
{
    private static readonly string Docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "seed-format.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Each_code_is_told_with_cause_and_mend() =>
        Assert.All(SeedCodes.All, code => Assert.Matches($@"(?m)^\| {code.Key} \| (error|warning) \| [^|]{{10,}} \| [^|]{{10,}} \|$", Docs));

    [Fact]
    public void Both_examples_are_read_without_a_problem_and_written_back()
    {
        var examples = Example().Matches(Docs).Select(match => match.Groups["text"].Value).ToList();

        Assert.Equal(2, examples.Count);
        foreach (var example in examples)
        {
            var result = SeedParser.Parse(example);
            Assert.Empty(result.Problems);
            Assert.Equal(result.Document, SeedParser.Parse(SeedWriter.Write(result.Document)).Document);
        }
    }

    [GeneratedRegex("^~~~text\n(?<text>.*?)^~~~$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
