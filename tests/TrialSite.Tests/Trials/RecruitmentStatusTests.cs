using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class RecruitmentStatusTests
{
    /// <summary>The API's enumeration of a study's and a place's status.</summary>
    [Theory]
    [InlineData("ACTIVE_NOT_RECRUITING")]
    [InlineData("COMPLETED")]
    [InlineData("ENROLLING_BY_INVITATION")]
    [InlineData("NOT_YET_RECRUITING")]
    [InlineData("RECRUITING")]
    [InlineData("SUSPENDED")]
    [InlineData("TERMINATED")]
    [InlineData("WITHDRAWN")]
    [InlineData("AVAILABLE")]
    [InlineData("NO_LONGER_AVAILABLE")]
    [InlineData("TEMPORARILY_NOT_AVAILABLE")]
    [InlineData("APPROVED_FOR_MARKETING")]
    [InlineData("WITHHELD")]
    [InlineData("UNKNOWN")]
    public void Each_word_of_the_registry_has_words_of_ours(string word)
    {
        Assert.True(RecruitmentStatus.TryParse(word, out var status));
        Assert.Equal(word, status.RegistryWord);
        Assert.Equal(word, status.ToString());
    }

    [Fact]
    public void Fourteen_words_and_no_other() => Assert.Equal(14, RecruitmentStatus.All.Count);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("recruiting")]
    [InlineData("RECRUITING ")]
    [InlineData("CLOSED")]
    public void A_word_the_registry_does_not_have_is_none(string? word) => Assert.False(RecruitmentStatus.TryParse(word, out _));

    [Fact]
    public void Only_a_place_that_takes_people_or_offers_the_treatment_is_open() =>
        Assert.Equal(["RECRUITING", "AVAILABLE"], RecruitmentStatus.All.Where(status => status.IsOpen).Select(status => status.RegistryWord));

    [Fact]
    public void What_is_offered_outside_a_trial_is_not_called_one() => Assert.Equal(
        ["AVAILABLE", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE", "APPROVED_FOR_MARKETING"],
        RecruitmentStatus.All.Where(status => status.Subject == "The programme").Select(status => status.RegistryWord));

    [Fact]
    public void Words_are_in_sentence_case_and_differ() => Assert.All(RecruitmentStatus.All, status =>
    {
        Assert.True(char.IsUpper(status.Adjective[0]));
        Assert.Equal(status.Adjective[1..], status.Adjective[1..].ToLowerInvariant());
        Assert.NotEqual(status.PresentVerb, status.PastVerb);
        Assert.Single(RecruitmentStatus.All, other => other.Adjective == status.Adjective || other.PresentVerb == status.PresentVerb);
    });
}
