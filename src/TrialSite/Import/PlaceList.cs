using System.Globalization;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Many places in short: the countries for a sentence, the cities for what stands below it.</summary>
internal static class PlaceList
{
    private const string NoCountry = "Country not given";
    private const int MostWords = 6;

    private static readonly HashSet<string> WithArticle = ["Bahamas", "Czech Republic", "Dominican Republic", "Gambia", "Netherlands", "Philippines", "United Arab Emirates", "United Kingdom", "United States"];

    /// <summary>"Germany", "Germany and France", "Germany, France and 3 other countries"; those with the most places first.</summary>
    public static string? Countries(IReadOnlyList<Location> places)
    {
        var names = Groups(places).Select(group => group.Key).ToList();
        if (names.Contains(NoCountry))
            return null;
        var told = names.Select(name => WithArticle.Contains(name) ? $"the {name}" : name).ToList();
        var sentence = told switch
        {
            [var one] => one,
            [var one, var other] => $"{one} and {other}",
            [var one, var other, var third] => $"{one}, {other} and {third}",
            [var one, var other, ..] => $"{one}, {other} and {Number(told.Count - 2)} other countries",
            _ => "",
        };
        return sentence.Split(' ').Length <= MostWords + 2 ? sentence : $"{Number(told.Count)} countries";
    }

    /// <summary>A line for each country: "Germany: Berlin (2), Munich".</summary>
    public static string ByCountry(IReadOnlyList<Location> places) =>
        string.Join('\n', Groups(places).Select(group => $"{group.Key}: {string.Join(", ", Cities(group))}"));

    private static IEnumerable<string> Cities(IEnumerable<Location> places) =>
        places.GroupBy(place => place.City ?? place.State ?? place.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(city => city.Key, StringComparer.OrdinalIgnoreCase)
            .Select(city => city.Count() == 1 ? city.Key : $"{city.Key} ({Number(city.Count())})");

    private static IEnumerable<IGrouping<string, Location>> Groups(IReadOnlyList<Location> places) =>
        places.GroupBy(place => place.Country ?? NoCountry, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
