using System.Globalization;
using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class DigestClockTests
{
    [Theory]
    [InlineData("2026-07-01T12:00Z", "2026-07-01T12:15Z", "2026-07-02T08:00Z", "2026-07-06T08:00Z")]
    [InlineData("2026-07-01T07:59Z", "2026-07-01T08:14Z", "2026-07-01T08:00Z", "2026-07-06T08:00Z")]
    [InlineData("2026-07-06T08:00Z", "2026-07-06T08:15Z", "2026-07-07T08:00Z", "2026-07-13T08:00Z")]
    [InlineData("2026-07-06T07:00Z", "2026-07-06T07:15Z", "2026-07-06T08:00Z", "2026-07-06T08:00Z")]
    [InlineData("2026-07-01T12:00+02:00", "2026-07-01T10:15Z", "2026-07-02T08:00Z", "2026-07-06T08:00Z")]
    public void Each_frequency_has_its_time(string now, string atOnce, string daily, string weekly)
    {
        Assert.Equal(At(atOnce), Due("UTC", "08:00", AlertFrequency.AtOnce, now));
        Assert.Equal(At(daily), Due("UTC", "08:00", AlertFrequency.Daily, now));
        Assert.Equal(At(weekly), Due("UTC", "08:00", AlertFrequency.Weekly, now));
    }

    [Theory]
    [InlineData("2026-07-01T05:59Z", "2026-07-01T06:00Z")] // Summer: two hours ahead.
    [InlineData("2026-12-01T06:00Z", "2026-12-01T07:00Z")] // Winter: one hour.
    [InlineData("2026-03-28T12:00Z", "2026-03-29T06:00Z")] // The clocks went forward in the night.
    [InlineData("2026-10-24T12:00Z", "2026-10-25T07:00Z")] // They went back.
    [InlineData("2026-07-01T23:00Z", "2026-07-02T06:00Z")] // Already the next day there.
    public void The_time_is_that_of_the_sites_zone(string now, string daily) => Assert.Equal(At(daily), Due("Europe/Oslo", "08:00", AlertFrequency.Daily, now));

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_after_it()
    {
        Assert.Equal(At("2026-03-29T01:00Z"), Due("Europe/Oslo", "02:30", AlertFrequency.Daily, "2026-03-28T12:00Z"));
        Assert.Equal(At("2026-03-30T00:30Z"), Due("Europe/Oslo", "02:30", AlertFrequency.Daily, "2026-03-29T01:00Z"));
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_the_two_and_only_that()
    {
        Assert.Equal(At("2026-10-25T00:30Z"), Due("Europe/Oslo", "02:30", AlertFrequency.Daily, "2026-10-24T12:00Z"));
        Assert.Equal(At("2026-10-26T01:30Z"), Due("Europe/Oslo", "02:30", AlertFrequency.Daily, "2026-10-25T00:45Z"));
    }

    /// <summary>Samoa had no 30 December 2011.</summary>
    [Fact]
    public void A_day_that_a_zone_skips_delays_the_mail_to_the_next() =>
        Assert.Equal(At("2011-12-30T18:00Z"), Due("Pacific/Apia", "08:00", AlertFrequency.Daily, "2011-12-29T20:00Z"));

    private static DateTimeOffset Due(string zone, string digestTime, AlertFrequency frequency, string now)
    {
        var due = new DigestClock(new() { TimeZone = zone, DigestTime = digestTime }).Due(frequency, At(now));
        Assert.Equal(TimeSpan.Zero, due.Offset);
        return due;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
