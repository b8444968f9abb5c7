using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>A place that the gazetteer knows. The point is that of the town, to about a kilometre.</summary>
public sealed record NamedPlace(string Name, string Region, string CountryCode, string Country, int Population, GeoPoint Point)
{
    /// <summary>"Springfield, Illinois, United States": enough to tell it from its namesakes.</summary>
    public string Label => string.Join(", ", new[] { Name, Region, Country }.Where(part => part.Length > 0).Distinct());

    /// <summary>key, name when it is more than the key in capitals, region, country, population, point in hundredths of a degree.</summary>
    internal static NamedPlace Town(string[] row, PlaceAreas areas) =>
        new(row[1] is "" ? InCapitals(row[0]) : row[1], row[2], row[3], areas.CountryName(row[3]), Number(row[4]), At(row[5], row[6]));

    /// <summary>code, the town it belongs to, point in hundredths of a degree.</summary>
    internal static NamedPlace ZipCode(string[] row, PlaceAreas areas)
    {
        var comma = row[1].LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0
            ? new($"{row[0]} {row[1]}".TrimEnd(), "", "US", areas.CountryName("US"), 0, At(row[2], row[3]))
            : new($"{row[0]} {row[1][..comma]}", row[1][(comma + 2)..], "US", areas.CountryName("US"), 0, At(row[2], row[3]));
    }

    private static string InCapitals(string key) =>
        string.Create(key.Length, key, (name, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                name[i] = i == 0 || from[i - 1] == ' ' ? char.ToUpperInvariant(from[i]) : from[i];
        });

    private static GeoPoint At(string latitude, string longitude) => new(Number(latitude) / 100.0, Number(longitude) / 100.0);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
