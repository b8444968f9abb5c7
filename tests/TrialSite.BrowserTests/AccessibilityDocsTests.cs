using System.Text.RegularExpressions;
using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

public sealed partial class AccessibilityDocsTests
{
    /// <summary>Level A and AA of WCAG 2.2, without 4.1.1, which it took out.</summary>
    private const int Criteria = 55;

    private static readonly string Docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "accessibility.md"));

    [Fact]
    public void Every_criterion_has_its_row() => Assert.Equal(Criteria, Row().Matches(Docs).Select(row => row.Groups["number"].Value).Distinct().Count());

    [Fact]
    public void Every_check_that_is_named_exists()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension);
        Faults.None(Check().Matches(Docs)
            .Where(check => !files[check.Groups["file"].Value].Any(file => File.ReadAllText(file).Contains($" {check.Groups["name"].Value}(", StringComparison.Ordinal)))
            .Select(check => check.Value));
    }

    [GeneratedRegex(@"^\| (?<number>\d\.\d\.\d+) .*\| AA? \| \S.*\|$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<file>\w+Tests)\.(?<name>\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Check();
}
