using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class PlaceNameTests
{
    [Theory]
    [InlineData("Harbour Hospital")]
    [InlineData("Harbour Clinical Research Center")]
    [InlineData("Office of Dr. Ann Example, MD")]
    [InlineData("MD Example Cancer Center")]
    [InlineData("Hospital Prof. Dr. Example")]
    [InlineData("Praxis Dr. med. Example")]
    [InlineData("Harbour Hospital ( Site 0103)")]
    [InlineData("Institute of Example - Site of the Harbour")]
    [InlineData("Ann Example")]
    public void A_name_stays_as_it_is(string facility) => Assert.Equal(new(facility, true, null), PlaceName.Of(At(facility)));

    [Theory]
    [InlineData("For additional information regarding sites for this trial, contact (phone number hidden)")]
    [InlineData("Please contact the sponsor directly")]
    [InlineData("Call (phone number hidden)")]
    [InlineData("Ann B. Example, MD")]
    [InlineData("Dr. Ann Example")]
    [InlineData("Prof. Dr. med. Ann Example")]
    public void Whom_to_ask_is_no_name_of_a_place(string facility) => Assert.Equal(new("Bergen", false, null), PlaceName.Of(At(facility)));

    [Theory]
    [InlineData("Research Site")]
    [InlineData("Research Site 12")]
    [InlineData("Example Pharma Investigational Site")]
    [InlineData("1245.49.10001 Example Investigational Site")]
    [InlineData("Investigational Site Number: DE18")]
    [InlineData("Site #143")]
    [InlineData("Example Study Site")]
    public void A_stand_in_is_told_beside_the_city(string facility) => Assert.Equal(new("Bergen", false, facility), PlaceName.Of(At(facility)));

    [Fact]
    public void A_place_without_a_name_goes_by_what_is_known()
    {
        Assert.Equal(new("Bergen", false, null), PlaceName.Of(At(null)));
        Assert.Equal(new("Vestland", false, null), PlaceName.Of(At(null) with { City = null }));
        Assert.Equal(new("Norway", false, null), PlaceName.Of(At(null) with { City = null, State = null }));
        Assert.Equal(new("A place", false, null), PlaceName.Of(At(null) with { City = null, State = null, Country = null }));
    }

    [Theory]
    [InlineData("Site ", "1", "x")]
    [InlineData("Site ", "a1 ", "!")]
    [InlineData("", " investigational site", "s and more")]
    [InlineData("", ", m.d", "x")]
    public void A_long_name_takes_no_longer_than_it_is(string begin, string again, string end)
    {
        var facility = begin + string.Concat(Enumerable.Repeat(again, 300_000)) + end;
        Assert.Equal(new(facility, true, null), PlaceName.Of(At(facility)));
    }

    private static RegistryLocation At(string? facility) => new(facility, null, "Bergen", "Vestland", null, "Norway", null, []);
}
