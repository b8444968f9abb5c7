using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class FormStampTests
{
    [Theory]
    [InlineData("00:00:00", false)]
    [InlineData("00:00:01.999", false)]
    [InlineData("00:00:02", true)]
    [InlineData("12:00:00", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("1.00:00:00.001", false)]
    [InlineData("90.00:00:00", false)]
    public async Task A_stamp_is_good_from_two_seconds_to_a_day_old(string age, bool isGood)
    {
        await using var site = TestSite.WithoutStore();
        var stamp = site.Get<FormStamp>().Mint();

        site.Time.Advance(TimeSpan.Parse(age, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isGood, site.Get<FormStamp>().IsGood(stamp));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1782907200000")]
    [InlineData("no stamp")]
    [InlineData("CfDJ8")]
    [InlineData("\0")]
    public async Task Anything_else_is_no_stamp(string? stamp)
    {
        await using var site = TestSite.WithoutStore();

        Assert.False(site.Get<FormStamp>().IsGood(stamp));
    }

    [Fact]
    public async Task A_stamp_that_was_altered_is_none()
    {
        await using var site = TestSite.WithoutStore();
        var stamp = site.Get<FormStamp>().Mint();
        site.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(site.Get<FormStamp>().IsGood(stamp[..^2] + (stamp[^2] == 'A' ? 'B' : 'A') + stamp[^1]));
        Assert.False(site.Get<FormStamp>().IsGood(stamp[..^8]));
        Assert.True(site.Get<FormStamp>().IsGood(stamp));
    }

    [Fact]
    public async Task A_stamp_of_another_site_is_none()
    {
        await using var site = TestSite.WithoutStore();
        await using var other = TestSite.WithoutStore();
        var stamp = other.Get<FormStamp>().Mint();
        site.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(site.Get<FormStamp>().IsGood(stamp));
    }

    [Fact]
    public async Task An_encrypted_address_is_no_stamp()
    {
        await using var site = TestSite.WithoutStore();

        Assert.False(site.Get<FormStamp>().IsGood(site.Get<AddressProtection>().Encrypt(TestSignUp.Address("reader@example.org"))));
    }
}
