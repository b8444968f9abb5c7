using System.Text.Json;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>Reads every spec page: each shows one construct of the seed format.</summary>
public sealed class SeedSpecTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Names => [.. SeedSpecs.All.Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Spec_page_holds(string name)
    {
        var spec = SeedSpecs.All.Single(page => page.Name == name);
        var result = SeedParser.Parse(spec.Input, spec.KnownConditions);

        var problems = result.Problems.Select(problem => $"{problem.Line}:{problem.Column}: {(problem.Severity == SeedSeverity.Error ? "error" : "warning")} {problem.Code}");
        Assert.Equal(spec.Problems, problems);
        if (spec.Document is { } expected)
            AssertSame(expected, JsonSerializer.SerializeToElement(result.Document, Web), name);
    }

    [Fact]
    public void Every_code_is_shown_on_a_page_or_named_as_one_that_no_page_can_show()
    {
        string[] shownByBytes = ["TS001", "TS002", "TS003", "TS005", "TS023"];
        var shown = SeedSpecs.All.SelectMany(spec => spec.Problems).Select(problem => problem[^5..]).Concat(shownByBytes);
        Assert.Empty(SeedCodes.All.Select(code => code.Key).Except(shown));
    }

    /// <summary>Only what the page states is compared; lists are compared whole.</summary>
    private static void AssertSame(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in expected.EnumerateObject())
                AssertSame(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}");
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
            foreach (var (index, item) in expected.EnumerateArray().Index())
                AssertSame(item, actual[index], $"{path}[{index}]");
        }
        else
            Assert.True(JsonElement.DeepEquals(expected, actual), $"{path}: expected {expected}, but it is {actual}");
    }
}
