using CsCheck;
using TrialSite.Registry;
using TrialSite.Search;

namespace TrialSite.Tests.Search;

public sealed class GeoDistanceTests
{
    private static readonly Gen<double> Latitude = Gen.Double[-90, 90];
    private static readonly Gen<double> Longitude = Gen.Double[-180, 180];

    [Theory]
    [InlineData("Paris to London", 48.8566, 2.3522, 51.5074, -0.1278, 343.6)]
    [InlineData("New York to Los Angeles", 40.7128, -74.0060, 34.0522, -118.2437, 3935.7)]
    [InlineData("Sydney to Melbourne", -33.8688, 151.2093, -37.8136, 144.9631, 713.4)]
    [InlineData("Auckland to Suva, across the date line", -36.8485, 174.7633, -18.1416, 178.4419, 2110)]
    [InlineData("Suva to Apia, across the date line", -18.1416, 178.4419, -13.8333, -171.7667, 1148)]
    [InlineData("Pole to pole", 90, 0, -90, 0, 20015.1)]
    [InlineData("One place", 42.36, -71.06, 42.36, -71.06, 0)]
    public void Known_pairs_are_as_far_apart_as_they_are(string pair, double latitude, double longitude, double otherLatitude, double otherLongitude, double kilometres)
    {
        var (from, to) = (new GeoPoint(latitude, longitude), new GeoPoint(otherLatitude, otherLongitude));

        Assert.True(Math.Abs(GeoDistance.Between(from, to).Kilometres - kilometres) <= kilometres * 0.005 + 0.001, $"{pair}: {GeoDistance.Between(from, to).Kilometres}");
        Assert.Equal(GeoDistance.Between(from, to).Kilometres, GeoDistance.Between(to, from).Kilometres, 9);
    }

    /// <summary>A place is kept to 600 metres.</summary>
    [Fact]
    public void The_quick_way_to_the_nearest_place_agrees_with_the_exact_one() => Gen.Select(Latitude, Longitude, Latitude, Longitude).Sample((latitude, longitude, otherLatitude, otherLongitude) =>
    {
        var (from, place) = (PlacePoint.Of(new(latitude, longitude), false).Point, PlacePoint.Of(new(otherLatitude, otherLongitude), true));
        Assert.Equal(GeoDistance.Between(from, place.Point).Kilometres, new DistanceFrom(from).Kilometres(place), 0.01);
    });

    [Fact]
    public void A_marathon_is_26_miles_and_some()
    {
        Assert.Equal(26.2188, new GeoDistance(42.195).Miles, 4);
    }
}
