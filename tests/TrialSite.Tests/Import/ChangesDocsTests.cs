using System.Text.RegularExpressions;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Import;

/// <summary>docs/changes.md says what the comparison tells.</summary>
public sealed partial class ChangesDocsTests
{
    private static readonly string Docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "changes.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_holds_each_kind_of_change_with_its_level_and_sentence() =>
        Assert.Equal(
            ChangeExamples.Told.Select(example => $"| {example.What} | {example.Level.ToString().ToLowerInvariant()} | {example.Sentence} |"),
            Row().Matches(Docs).Select(row => row.Value));

    [GeneratedRegex(@"^\| [^|]+ \| (?:essential|important|all) \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
