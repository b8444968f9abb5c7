using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class LocationTests
{
    [Theory]
    [InlineData("Bergen", "Vestland", "5003", "Norway", "Bergen, Vestland, 5003, Norway")]
    [InlineData("Bergen", null, null, "Norway", "Bergen, Norway")]
    [InlineData(null, null, null, "Norway", "Norway")]
    [InlineData("Singapore", "Singapore", null, null, "Singapore, Singapore")]
    [InlineData(null, null, null, null, null)]
    public void The_address_is_what_is_known_of_it(string? city, string? state, string? postalCode, string? country, string? address) =>
        Assert.Equal(address, new Location("Harbour clinic", null, city, state, postalCode, country, []).Address);

    [Theory]
    [InlineData("RECRUITING", "Recruiting")]
    [InlineData("A_NEW_WORD", null)]
    [InlineData(null, null)]
    public void The_status_is_known_when_its_word_is(string? word, string? adjective) =>
        Assert.Equal(adjective, new Location("Harbour clinic", word, null, null, null, null, []).Status?.Adjective);
}
