using TrialSite.Search;

namespace TrialSite.Tests.Search;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new();

    [Theory]
    [InlineData("Boston", "Boston, Massachusetts, United States")]
    [InlineData("  boston   MA ", "Boston, Massachusetts, United States")]
    [InlineData("Boston, Massachusetts", "Boston, Massachusetts, United States")]
    [InlineData("Boston, MA, USA", "Boston, Massachusetts, United States")]
    [InlineData("Boston, UK", "Boston, England, United Kingdom")]
    [InlineData("boston england united kingdom", "Boston, England, United Kingdom")]
    [InlineData("São Paulo", "São Paulo, Brazil")]
    [InlineData("sao paulo", "São Paulo, Brazil")]
    [InlineData("san josé costa rica", "San José, Costa Rica")]
    [InlineData("San Jose CA", "San Jose, California, United States")]
    [InlineData("Munich", "Munich, Bavaria, Germany")]
    [InlineData("München", "Munich, Bavaria, Germany")]
    [InlineData("muenchen, deutschland", "Munich, Bavaria, Germany")]
    [InlineData("Duesseldorf", "Düsseldorf, North Rhine-Westphalia, Germany")]
    [InlineData("Cologne", "Köln, North Rhine-Westphalia, Germany")]
    [InlineData("Frankfurt", "Frankfurt am Main, Hesse, Germany")]
    [InlineData("new york", "New York City, New York, United States")]
    [InlineData("NYC", "New York City, New York, United States")]
    [InlineData("Washington D.C.", "Washington, D.C., District of Columbia, United States")]
    [InlineData("Saint Louis, Missouri", "St. Louis, Missouri, United States")]
    [InlineData("st louis mo", "St. Louis, Missouri, United States")]
    [InlineData("Fort Worth", "Fort Worth, Texas, United States")]
    [InlineData("London", "London, England, United Kingdom")]
    [InlineData("London Ontario", "London, Ontario, Canada")]
    [InlineData("London, ON", "London, Ontario, Canada")]
    [InlineData("Paris, Texas", "Paris, Texas, United States")]
    [InlineData("Xi'an", "Xi’an, Shaanxi, China")]
    [InlineData("Seoul, Korea, Republic of", "Seoul, South Korea")]
    [InlineData("10115 Berlin", "Berlin, Germany")]
    [InlineData("SW1A 1AA London", "London, England, United Kingdom")]
    [InlineData("100 Mile House", "100 Mile House, British Columbia, Canada")]
    [InlineData("02139", "02139 Cambridge, Massachusetts, United States")]
    [InlineData("MA 02139", "02139 Cambridge, Massachusetts, United States")]
    [InlineData("Cambridge, MA 02139", "02139 Cambridge, Massachusetts, United States")]
    [InlineData("90210-1234", "90210 Beverly Hills, California, United States")]
    public void The_place_that_is_meant_comes_first(string text, string label) => Assert.Equal(label, Gazetteer.Find(text) is [var best, ..] ? best.Label : "none");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Nosuchplaceville")]
    [InlineData("Boston, Germany")]
    [InlineData("99999")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\ud800")]
    [InlineData("\t\n\0")]
    public void What_we_do_not_know_is_not_guessed(string text) => Assert.Empty(Gazetteer.Find(text));

    [Fact]
    public void A_text_too_long_for_a_place_is_none() => Assert.Empty(Gazetteer.Find(new string('a', 100_000)));

    [Fact]
    public void Several_of_one_name_are_all_offered_the_largest_first()
    {
        var places = Gazetteer.Find("Springfield");

        Assert.Equal(["Springfield, Missouri, United States", "Springfield, Massachusetts, United States", "Springfield, Illinois, United States"], places.Take(3).Select(place => place.Label));
        Assert.Equal(10, places.Count);
        Assert.Equal(places.Count, places.Select(place => place.Label).Distinct().Count());
    }

    [Theory]
    [InlineData("Guangzho, China", "Guangzhou, Guangdong, China")]
    [InlineData("Londn", "London, England, United Kingdom")]
    [InlineData("Berlni", "Berlin, Germany")]
    [InlineData("Boston, Germany", "Boston, Massachusetts, United States")]
    public void A_name_with_a_slip_leads_to_the_town(string text, string label) => Assert.Equal(label, Gazetteer.SpelledAlmost(text)[0].Label);

    [Theory]
    [InlineData("")]
    [InlineData("Osl")]
    [InlineData("Nosuchplaceville")]
    [InlineData("\ud800\ud800\ud800\ud800")]
    public void What_is_like_no_town_is_not_guessed(string text) => Assert.Empty(Gazetteer.SpelledAlmost(text));

    [Fact]
    public void A_place_lies_where_it_lies()
    {
        var (boston, zipCode) = (Gazetteer.Find("Boston")[0].Point, Gazetteer.Find("02139")[0].Point);

        Assert.Equal((42.36, -71.06), (boston.Latitude, boston.Longitude));
        Assert.Equal((42.36, -71.10), (zipCode.Latitude, zipCode.Longitude));
    }

    [Fact]
    public void The_tables_are_in_order_and_say_the_keys_that_we_look_for()
    {
        var (before, keys, names) = ("", new List<string>(), new HashSet<string>());
        foreach (var row in PlaceTable.Unpack("cities.tsv.br").Rows())
        {
            Assert.True(string.CompareOrdinal(before, row[0]) <= 0, row[0]);
            Assert.Equal(row[0], PlaceKey.Of(row[0]));
            keys.Add(before = row[0]);
            names.Add(row[1]);
        }

        Assert.InRange(keys.Count, 110_000, 120_000);
        Assert.Empty(names.Select(PlaceKey.Of).Except(keys.Append("")));
    }

    [Fact]
    public void Every_country_and_region_of_a_row_is_known()
    {
        var areas = PlaceAreas.Read();

        Assert.All(PlaceTable.Unpack("cities.tsv.br").Rows().Select(row => row[3]).Distinct(), code => Assert.NotEqual(code, areas.CountryName(code)));
    }

    [Fact]
    public void All_places_together_are_held_in_less_than_15_megabytes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var gazetteer = new Gazetteer();
        Assert.NotEmpty(gazetteer.Find("Boston 02139"));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(gazetteer);

        Assert.InRange(held, 1_000_000, 15_000_000);
    }
}
