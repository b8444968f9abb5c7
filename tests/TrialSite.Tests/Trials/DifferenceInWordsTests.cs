using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class DifferenceInWordsTests
{
    [Fact]
    public void A_benefit_comes_with_its_risk()
    {
        var told = DifferenceInWords.Of(new(TrialField.CouldLeadTo, null, "Less pain.", "No pain.") { Risk = "More pain." });

        Assert.Equal("More pain.", told.Risk);
        Assert.NotEmpty(told.Words);
    }

    [Fact]
    public void A_benefit_without_its_risk_is_not_quoted() =>
        Assert.Empty(DifferenceInWords.Of(new(TrialField.CouldLeadTo, null, "Less pain.", "No pain.")).Words);

    [Fact]
    public void A_status_is_told_in_our_words() =>
        Assert.Equal(
            [new(WordMark.Removed, "Recruiting"), new(WordMark.Added, "Active, not recruiting")],
            DifferenceInWords.Of(new(TrialField.LocationStatus, "Hill hospital", "RECRUITING", "ACTIVE_NOT_RECRUITING")).Words);

    [Fact]
    public void What_the_sentence_says_is_not_said_again() =>
        Assert.Empty(DifferenceInWords.Of(new(TrialField.Condition, "falls", null, "falls")).Words);
}
