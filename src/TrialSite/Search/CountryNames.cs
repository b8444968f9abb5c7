using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>One name for a country that the registry writes in several ways, or wrote so in the past.</summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, string> PlainNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Turkey"] = "Türkiye",
        ["Turkey (Türkiye)"] = "Türkiye",
        ["Korea, Republic of"] = "South Korea",
        ["Republic of Korea"] = "South Korea",
        ["Korea, Democratic People's Republic of"] = "North Korea",
        ["Iran, Islamic Republic of"] = "Iran",
        ["Russian Federation"] = "Russia",
        ["Viet Nam"] = "Vietnam",
        ["Syrian Arab Republic"] = "Syria",
        ["Czech Republic"] = "Czechia",
        ["Moldova, Republic of"] = "Moldova",
        ["Tanzania, United Republic of"] = "Tanzania",
        ["Lao People's Democratic Republic"] = "Laos",
        ["Libyan Arab Jamahiriya"] = "Libya",
        ["Macedonia, The Former Yugoslav Republic of"] = "North Macedonia",
        ["Congo, The Democratic Republic of the"] = "Democratic Republic of the Congo",
        ["Palestinian Territories, Occupied"] = "Palestinian Territories",
        ["Palestinian Territory, occupied"] = "Palestinian Territories",
        ["Côte d'Ivoire"] = "Ivory Coast",
        ["Swaziland"] = "Eswatini",
        ["Burma"] = "Myanmar",
        ["Cape Verde"] = "Cabo Verde",
        ["USA"] = "United States",
        ["United States of America"] = "United States",
        ["UK"] = "United Kingdom",
    };

    public static string Plain(string name) => PlainNames.GetValueOrDefault(name, name);

    public static string SlugOf(string name) => Slug.From(Plain(name));
}
