using System.Globalization;
using System.Text.RegularExpressions;
using TrialSite.Maps;
using TrialSite.Registry;
using TrialSite.Search;

namespace TrialSite.Tests.Maps;

public sealed partial class PlaceMapsTests
{
    private static readonly PlaceMaps Maps = new(new Gazetteer());

    [Theory]
    [InlineData("Fiji", -18.12, 178.45)]
    [InlineData("Fiji", -16.8, -179.98)]
    [InlineData("New Zealand", -43.95, -176.56)]
    [InlineData("Russia", 64.42, -173.23)]
    [InlineData("Russia", 54.71, 20.51)]
    [InlineData("United States", 51.88, -176.65)]
    [InlineData("United States", 21.31, -157.86)]
    [InlineData("France", -20.88, 55.45)]
    [InlineData("Norway", 78.22, 15.64)]
    [InlineData("Kiribati", 1.33, 172.98)]
    [InlineData("Singapore", 1.29, 103.85)]
    [InlineData("Atlantis", 5, 20)]
    public void A_place_lies_on_the_map_of_its_country(string country, double latitude, double longitude)
    {
        var map = Map((country, latitude, longitude));
        AssertInside(map, map.OpenTowns);
        Assert.NotEqual("", map.Land);
    }

    [Fact]
    public void Places_on_both_sides_of_the_date_line_lie_side_by_side()
    {
        var map = Map(("Fiji", -18.12, 178.45), ("Samoa", -13.83, -171.77));
        var dots = Dots(map.OpenTowns);
        Assert.InRange(dots[1].X - dots[0].X, 50, 550);
        AssertInside(map, map.OpenTowns);
    }

    [Fact]
    public void Russia_is_one_piece_with_its_east_on_the_right()
    {
        var map = Map(("Russia", 55.75, 37.62), ("Russia", 64.42, -173.23));
        var dots = Dots(map.OpenTowns);
        Assert.True(dots[0].X < map.Width / 5.0 && dots[1].X > map.Width * 0.9, map.OpenTowns);
    }

    [Theory]
    [InlineData(-90)]
    [InlineData(-77.8)]
    [InlineData(0)]
    [InlineData(90)]
    public void Every_place_of_the_world_lies_on_the_map_of_all(double latitude)
    {
        var map = Map([.. Enumerable.Range(-18, 37).Select(turn => ("Atlantis", latitude, turn * 10.0))]);
        AssertInside(map, map.OpenTowns);
        Assert.True(map.Width <= 600 && map.Height <= 440, $"{map.Width} x {map.Height}");
    }

    [Fact]
    public void Places_all_over_the_world_are_shown_on_the_world()
    {
        var map = Map(("Japan", 35.68, 139.69), ("Brazil", -23.55, -46.63), ("Norway", 59.91, 10.75), ("Fiji", -18.12, 178.45), ("Samoa", -13.83, -171.77));
        Assert.Equal("", map.Countries);
        AssertInside(map, map.OpenTowns);
        Assert.Equal(new(5, 5, 0, 5, 5), map.Counts);
    }

    [Fact]
    public void An_outline_never_leaves_the_picture_and_never_weighs_much()
    {
        foreach (var (country, latitude, longitude) in new[] { ("Norway", 59.91, 10.75), ("Chile", -33.45, -70.67), ("Indonesia", -6.2, 106.85), ("Canada", 45.42, -75.7), ("Fiji", -18.12, 178.45), ("Greece", 37.98, 23.73) })
        {
            var map = Map((country, latitude, longitude));
            Assert.InRange(map.Countries.Length, 20, 3000);
            Assert.InRange(map.Land.Length, 20, 5000);
            Assert.All(Points(map.Land).Concat(Points(map.Countries)), point => Assert.True(point.X >= -5 && point.X <= map.Width + 5 && point.Y >= -5 && point.Y <= map.Height + 5, $"{country}: {point}"));
        }
    }

    [Fact]
    public void A_town_with_an_open_place_is_open_and_stands_once()
    {
        var map = Maps.Of(
        [
            new("Oslo", null, "Norway", new GeoPoint(59.91, 10.75), true),
            new("Oslo", null, "Norway", new GeoPoint(59.91, 10.75), false),
            new("Bergen", null, "Norway", new GeoPoint(60.39, 5.32), false),
            new(null, null, "Norway", null, true),
        ])!;
        Assert.Single(Dots(map.OpenTowns));
        Assert.Single(Dots(map.OtherTowns));
        Assert.Equal(new(3, 1, 1, 2, 1), map.Counts);
    }

    [Fact]
    public void A_place_without_a_point_lies_in_its_town()
    {
        var map = Maps.Of([new("Guangzhou", "Guangdong", "China", null, true)])!;
        var (x, y) = Assert.Single(Dots(map.OpenTowns));
        Assert.InRange(x / map.Width, 0.5, 0.75);
        Assert.InRange(y / map.Height, 0.7, 0.95);
        Assert.NotEqual("", map.Countries);
    }

    [Fact]
    public void Without_any_place_there_is_no_map()
    {
        Assert.Null(Maps.Of([]));
        Assert.Null(Maps.Of([new(null, null, "China", null, true), new("Nowhere at all", null, "China", null, true)]));
    }

    private static PlaceMap Map(params (string Country, double Latitude, double Longitude)[] places) =>
        Maps.Of([.. places.Select(place => new MappedPlace(null, null, place.Country, new GeoPoint(place.Latitude, place.Longitude), true))])!;

    private static void AssertInside(PlaceMap map, string dots) =>
        Assert.All(Dots(dots), dot => Assert.True(dot.X >= 0 && dot.X <= map.Width && dot.Y >= 0 && dot.Y <= map.Height, $"{dot} outside {map.Width} x {map.Height}"));

    private static List<(double X, double Y)> Dots(string data) =>
        [.. Dot().Matches(data).Select(dot => (double.Parse(dot.Groups[1].ValueSpan, CultureInfo.InvariantCulture), double.Parse(dot.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))];

    /// <summary>Every point of closed lines.</summary>
    private static IEnumerable<(int X, int Y)> Points(string data)
    {
        var start = (X: 0, Y: 0);
        foreach (var ring in data.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Number().Matches(ring).Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)).ToList();
            var at = start;
            for (var i = 0; i < numbers.Count; i += 2)
            {
                at = (at.X + numbers[i], at.Y + numbers[i + 1]);
                yield return at;
                if (i == 0)
                    start = at;
            }
        }
    }

    [GeneratedRegex(@"M(-?\d+) (-?\d+)h0", RegexOptions.NonBacktracking)]
    private static partial Regex Dot();

    [GeneratedRegex(@"-?\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
