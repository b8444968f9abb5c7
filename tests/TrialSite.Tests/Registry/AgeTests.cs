using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

public sealed class AgeTests
{
    [Theory]
    [InlineData("18 Years", 18, AgeUnit.Year)]
    [InlineData("1 Year", 1, AgeUnit.Year)]
    [InlineData("6 Months", 6, AgeUnit.Month)]
    [InlineData("2 Weeks", 2, AgeUnit.Week)]
    [InlineData("28 Days", 28, AgeUnit.Day)]
    [InlineData("12 Hours", 12, AgeUnit.Hour)]
    [InlineData("1 Minute", 1, AgeUnit.Minute)]
    [InlineData("18  years", 18, AgeUnit.Year)]
    public void An_age_has_a_number_and_a_unit(string given, int number, AgeUnit unit) => Assert.Equal(new Age(given, number, unit), Age.From(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    public void No_limit_is_no_age(string? given) => Assert.Null(Age.From(given));

    [Theory]
    [InlineData("eighteen")]
    [InlineData("18")]
    [InlineData("-1 Years")]
    [InlineData("18 Yearss")]
    [InlineData("18 Years or so")]
    [InlineData("99999999999 Years")]
    [InlineData("1.5 Years")]
    public void What_cannot_be_read_is_kept_and_shown_as_given(string given)
    {
        var age = Age.From(given);

        Assert.Equal(new Age(given, null, null), age);
        Assert.Equal(given, age!.InWords);
    }

    [Theory]
    [InlineData("18 Years", null, "18 years or older")]
    [InlineData(null, "65 Years", "up to 65 years")]
    [InlineData("18 Years", "65 Years", "18 to 65 years")]
    [InlineData("18 Years", "18 Years", "18 years")]
    [InlineData("1 Month", "1 Year", "1 month to 1 year")]
    [InlineData("6 Months", "24 Months", "6 to 24 months")]
    [InlineData("birth", "1 Year", "birth to 1 year")]
    [InlineData("birth", "puberty", "birth to puberty")]
    [InlineData("N/A", "N/A", "any age (no limit is given)")]
    public void A_range_is_said_in_words(string? minimum, string? maximum, string words) =>
        Assert.Equal(words, AgeRange.InWords(Age.From(minimum), Age.From(maximum)));
}
