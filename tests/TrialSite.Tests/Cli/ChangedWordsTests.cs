using TrialSite.Cli;
using TrialSite.Trials;

namespace TrialSite.Tests.Cli;

public sealed class ChangedWordsTests
{
    [Fact]
    public void A_long_text_is_told_by_its_changed_words_in_their_context()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60));

        Assert.Equal(
            ["The summary changed.", "  … 19 20 21 22 23 24 25 26 27 28 29 30 [-31-] {+x+} 32 33 34 35 36 37 38 39 40 41 42 43 …"],
            ChangedWords.Of(new(TrialField.Summary, null, text, text.Replace("31", "x", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_status_is_told_with_its_place() =>
        Assert.Equal(
            ["A place in Porto, Portugal, stopped looking for people. (Hill hospital)", "  [-Recruiting-] {+Active, not recruiting+}"],
            ChangedWords.Of(new(TrialField.LocationStatus, "Hill hospital", "RECRUITING", "ACTIVE_NOT_RECRUITING") { Area = "Porto, Portugal" }));

    [Fact]
    public void A_benefit_is_told_with_its_risk() =>
        Assert.Equal(
            ["“What this could lead to” was added.", "  {+Less pain.+}", "  beside it: More pain."],
            ChangedWords.Of(new(TrialField.CouldLeadTo, null, null, "Less pain.") { Risk = "More pain." }));

    [Fact]
    public void A_whole_new_text_is_cut() =>
        Assert.All(ChangedWords.Of(new(TrialField.Summary, null, null, new string('x', 5000))), line => Assert.InRange(line.Length, 1, 250));
}
