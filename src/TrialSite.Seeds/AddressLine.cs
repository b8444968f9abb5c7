namespace TrialSite.Seeds;

/// <summary>Where a place is; each part may be missing.</summary>
/// <example>
/// Guangzhou, Guangdong, 510000, China
/// Washington, D.C., District of Columbia, 20010, United States
/// Seoul, 05278, Korea, Republic of
/// </example>
internal sealed record AddressLine(string? City, string? State, string? PostalCode, string? Country)
{
    /// <summary>The registry's country names that have a comma: what follows it is no other part.</summary>
    private static readonly HashSet<string> CountriesWithComma = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bolivia, Plurinational State of",
        "Congo, Democratic Republic of the",
        "Congo, The Democratic Republic of the",
        "Iran, Islamic Republic of",
        "Korea, Democratic People's Republic of",
        "Korea, Republic of",
        "Macedonia, The Former Yugoslav Republic of",
        "Micronesia, Federated States of",
        "Moldova, Republic of",
        "Palestine, State of",
        "Palestinian Territories, Occupied",
        "Palestinian Territory, occupied",
        "Taiwan, Province of China",
        "Tanzania, United Republic of",
        "Venezuela, Bolivarian Republic of",
        "Virgin Islands, British",
        "Virgin Islands, U.S.",
    };

    /// <summary>Read from the right: country, postal code, state; the rest is the city. Null when the line has no part.</summary>
    public static AddressLine? From(string words)
    {
        var parts = Parts(words);
        if (parts.Count == 0)
            return null;
        var country = IsPostalCode(parts[^1]) ? null : TakeCountry(parts);
        var postalCode = parts.Count > 0 && IsPostalCode(parts[^1]) ? TakeLast(parts) : null;
        var state = parts.Count > 1 ? TakeLast(parts) : null;
        var city = parts.Count > 0 ? string.Join(", ", parts) : null;
        return new AddressLine(city, state, postalCode, country);
    }

    /// <summary>The line with one comma and one blank between its parts, and none empty.</summary>
    public static string Spaced(string words) => string.Join(", ", Parts(words));

    /// <summary>The line that <see cref="From"/> reads back.</summary>
    public static string Write(SeedLocation location) =>
        string.Join(", ", new[] { location.City, location.State, location.PostalCode, location.Country }.Where(part => part is not null));

    private static List<string> Parts(string words) => [.. words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string TakeCountry(List<string> parts)
    {
        var country = TakeLast(parts);
        if (parts.Count > 0 && CountriesWithComma.Contains($"{parts[^1]}, {country}"))
            country = $"{TakeLast(parts)}, {country}";
        return country;
    }

    private static string TakeLast(List<string> parts)
    {
        var last = parts[^1];
        parts.RemoveAt(parts.Count - 1);
        return last;
    }

    /// <summary>
    /// "510000", "D-45147", "LS1 3HE", "75651 Cedex 13", but not "6th of October City" nor "Paris 13": it begins with a word of at most
    /// three letters or with a digit, and only Cedex is longer.
    /// </summary>
    private static bool IsPostalCode(string part) =>
        part.Length <= 20 && part.Any(char.IsAsciiDigit) && part.Split(' ').All(IsWordOfPostalCode);

    private static bool IsWordOfPostalCode(string word) =>
        word.Equals("cedex", StringComparison.OrdinalIgnoreCase)
        || LongestRunOfLetters(word) <= 3;

    private static int LongestRunOfLetters(string word)
    {
        var (longest, run) = (0, 0);
        foreach (var character in word)
        {
            run = char.IsLetter(character) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
