using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>One name for a country that the registry writes in several ways, or wrote so in the past.</summary>
internal static class CountryNames
{
    /// <summary>Beside what the registry renamed itself (<see cref="CountryName"/>).</summary>
    private static readonly Dictionary<string, string> PlainNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Turkey (Türkiye)"] = "Türkiye",
        ["Republic of Korea"] = "South Korea",
        ["Palestinian Territories, Occupied"] = "Palestinian Territories",
        ["Palestinian Territory, occupied"] = "Palestinian Territories",
        ["Côte d’Ivoire"] = "Ivory Coast",
        ["Burma"] = "Myanmar",
        ["Cape Verde"] = "Cabo Verde",
        ["USA"] = "United States",
        ["United States of America"] = "United States",
        ["UK"] = "United Kingdom",
    };

    public static string Plain(string name) => CountryName.Today(name) is var today && PlainNames.TryGetValue(today, out var plain) ? plain : today;

    public static string SlugOf(string name) => Slug.From(Plain(name));
}
