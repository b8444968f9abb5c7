using System.Globalization;
using System.Text.Json.Serialization;

namespace TrialSite.Registry;

public enum AgeUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A limit of age.</summary>
/// <param name="Given">As the registrant gave it: <c>18 Years</c>.</param>
/// <param name="Number">Null when what is given cannot be read; it is shown as given.</param>
/// <param name="Unit">Null when the number is.</param>
public sealed record Age(string Given, int? Number, AgeUnit? Unit)
{
    /// <summary>Null when no limit is given, which some records write as N/A.</summary>
    public static Age? From(string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Equals("N/A", StringComparison.OrdinalIgnoreCase))
            return null;
        return given.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var unit]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && UnitOf(unit) is { } read
                ? new(given, count, read)
                : new(given, null, null);
    }

    /// <summary>For example "18 years", "1 month".</summary>
    [JsonIgnore]
    public string InWords => (Number, Unit) is ({ } number, { } unit) ? $"{number} {UnitWord(unit, number)}" : Given;

    internal static string UnitWord(AgeUnit unit, int number) => unit.ToString().ToLowerInvariant() + (number == 1 ? "" : "s");

    private static AgeUnit? UnitOf(string word)
    {
        foreach (var unit in Enum.GetValues<AgeUnit>())
        {
            var name = unit.ToString();
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && word[name.Length..] is "" or "s" or "S")
                return unit;
        }
        return null;
    }
}
