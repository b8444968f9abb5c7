using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2026-03", false, "2026-03-01", "2026-03-31")]
    [InlineData("2024-02", false, "2024-02-01", "2024-02-29")]
    [InlineData("2026-03-17", true, "2026-03-17", "2026-03-17")]
    public void A_date_is_as_precise_as_it_is_given(string text, bool hasDay, string first, string last)
    {
        Assert.True(PartialDate.TryParse(text, out var date));

        Assert.Equal(hasDay, date.HasDay);
        Assert.Equal((first, last), ($"{date.First:yyyy-MM-dd}", $"{date.Last:yyyy-MM-dd}"));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026-3-1")]
    [InlineData("March 2026")]
    [InlineData("2026-03-17T00:00")]
    public void Another_spelling_is_none(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void A_month_comes_before_its_days_and_after_those_of_the_month_before()
    {
        string[] inOrder = ["2025-12-31", "2026-01", "2026-01-01", "2026-01-02", "2026-02"];

        Assert.Equal(inOrder, inOrder.Reverse().Select(Date).Order().Select(date => date.ToString()));
        Assert.True(Date("2026-01") < Date("2026-01-01"));
        Assert.True(Date("2026-02") >= Date("2026-01-31"));
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
