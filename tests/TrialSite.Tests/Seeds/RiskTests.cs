using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>A benefit is never shown beside a risk that says nothing.</summary>
public sealed class RiskTests
{
    [Theory]
    [InlineData("-")]
    [InlineData("***")]
    [InlineData("&nbsp;")]
    [InlineData("[x]: https://a")]
    [InlineData("[](https://example.org/risk)")]
    [InlineData("TBD")]
    [InlineData("- **TBA**")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("None.")]
    [InlineData("to follow")]
    [InlineData("unknown")]
    [InlineData("(see above)")]
    [InlineData("...")]
    [InlineData("TBD\n\n-")]
    [InlineData("100 %")]
    [InlineData("jane@example.org")]
    public void Risk_without_words_is_an_error(string risk) => Assert.Contains("TS022", Codes(risk));

    [Theory]
    [InlineData("Pain.")]
    [InlineData("- wet shoes")]
    [InlineData("TBD\nPain.")]
    [InlineData("[The record](https://example.org) names pain.")]
    [InlineData("Fewer than 5 < 10 people had pain.")]
    [InlineData("No risks are known yet; the trial is too small.")]
    [InlineData("疼痛")]
    public void Risk_with_words_is_none(string risk) => Assert.DoesNotContain("TS022", Codes(risk));

    private static IEnumerable<string> Codes(string risk) =>
        SeedParser.Parse($"A plain title\nNCT ID NCT00000001\nWhat this could lead to\nLess thirst.\nWhat could go wrong\n{risk}").Problems.Select(problem => problem.Code);
}
