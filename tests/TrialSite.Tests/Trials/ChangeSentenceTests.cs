using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class ChangeSentenceTests
{
    public static TheoryData<string, string> Statuses => new()
    {
        { "RECRUITING", "A place in Guangzhou, China, started looking for people." },
        { "ENROLLING_BY_INVITATION", "A place in Guangzhou, China, now takes only people whom it invites." },
        { "NOT_YET_RECRUITING", "A place in Guangzhou, China, now says that it is not looking for people yet." },
        { "ACTIVE_NOT_RECRUITING", "A place in Guangzhou, China, stopped looking for people." },
        { "COMPLETED", "A place in Guangzhou, China, finished." },
        { "SUSPENDED", "A place in Guangzhou, China, stopped for now." },
        { "TERMINATED", "A place in Guangzhou, China, stopped early." },
        { "WITHDRAWN", "A place in Guangzhou, China, stopped before the first person joined." },
        { "AVAILABLE", "A place in Guangzhou, China, started to offer the treatment outside a trial." },
        { "NO_LONGER_AVAILABLE", "A place in Guangzhou, China, stopped offering the treatment." },
        { "TEMPORARILY_NOT_AVAILABLE", "A place in Guangzhou, China, stopped offering the treatment for now." },
        { "APPROVED_FOR_MARKETING", "A place in Guangzhou, China, stopped, because the treatment was approved." },
        { "WITHHELD", "A place in Guangzhou, China, no longer makes its details public." },
        { "UNKNOWN", "A place in Guangzhou, China, has not confirmed its status for a long time." },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Each_status_has_a_sentence(string word, string sentence) =>
        Assert.Equal(sentence, ChangeSentence.Of(new(TrialField.LocationStatus, "Zhujiang hospital", "SOMETHING_ELSE", word) { Area = "Guangzhou, China" }));

    public static TheoryData<string, string, string> StatusesOfMany => new()
    {
        { "RECRUITING", "started looking for people", "say that they are looking for people now" },
        { "ENROLLING_BY_INVITATION", "now take only people whom they invite", "say that they take only people whom they invite" },
        { "NOT_YET_RECRUITING", "now say that they are not looking for people yet", "say that they are not looking for people yet" },
        { "ACTIVE_NOT_RECRUITING", "stopped looking for people", "say that they are running and take no new people" },
        { "COMPLETED", "finished", "say that they have finished" },
        { "SUSPENDED", "stopped for now", "say that they have stopped for now and may start again" },
        { "TERMINATED", "stopped early", "say that they have stopped early and will not start again" },
        { "WITHDRAWN", "stopped before the first person joined", "say that they stopped before the first person joined" },
        { "AVAILABLE", "started to offer the treatment outside a trial", "say that they offer the treatment outside a trial" },
        { "NO_LONGER_AVAILABLE", "stopped offering the treatment", "say that they no longer offer the treatment" },
        { "TEMPORARILY_NOT_AVAILABLE", "stopped offering the treatment for now", "say that they do not offer the treatment for now" },
        { "APPROVED_FOR_MARKETING", "stopped, because the treatment was approved", "say that they no longer run, because the treatment is approved" },
        { "WITHHELD", "no longer make their details public", "say that they have details that are not public yet" },
        { "UNKNOWN", "have not confirmed their status for a long time", "have not confirmed their status for a long time" },
    };

    [Theory]
    [MemberData(nameof(StatusesOfMany))]
    public void Many_places_are_spoken_of_as_many(string word, string became, string appeared)
    {
        var many = new FieldDifference(TrialField.LocationStatus, "China: Wuhan (1200)", "SOMETHING_ELSE", word) { Area = "China", Places = 1200 };

        Assert.Equal($"1,200 places in China {became}.", ChangeSentence.Of(many));
        Assert.Equal($"1,200 places in China {appeared}.", ChangeSentence.Of(many with { Before = null }));
    }

    [Fact]
    public void Every_status_is_among_them()
    {
        Assert.Equal(RecruitmentStatus.All.Count, Statuses.Count);
        Assert.Equal(RecruitmentStatus.All.Count, StatusesOfMany.Count);
    }

    [Theory]
    [InlineData("Frankfurt am Main, Hesse and Germany", "A place in Frankfurt am Main, Hesse and Germany, now says that it is not looking for people yet.")]
    [InlineData("Frankfurt am Main in Hesse, Federal Germany", "A place now says that it is not looking for people yet.")]
    [InlineData(null, "A place now says that it is not looking for people yet.")]
    public void A_long_name_is_left_out_of_the_sentence(string? area, string expected)
    {
        var sentence = ChangeSentence.Of(new(TrialField.LocationStatus, "Main clinic", "RECRUITING", "NOT_YET_RECRUITING") { Area = area });

        Assert.Equal(expected, sentence);
        Assert.InRange(sentence.Split(' ').Length, 1, 20);
    }

    [Fact]
    public void A_condition_with_a_long_name_is_named_below_the_sentence()
    {
        const string Name = "non-small cell lung cancer that has spread to the brain";
        var told = DifferenceInWords.Of(new(TrialField.Condition, Name, null, Name));

        Assert.Equal("This trial is now listed under another condition.", told.Sentence);
        Assert.Equal([new(WordMark.Added, Name)], told.Words);
        Assert.Equal("This trial is no longer listed under one of its conditions.", ChangeSentence.Of(new(TrialField.Condition, Name, Name, null)));
    }
}
