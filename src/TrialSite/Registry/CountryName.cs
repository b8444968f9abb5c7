using System.Diagnostics.CodeAnalysis;

namespace TrialSite.Registry;

/// <summary>What the registry calls a country today: it renamed some in all records at once, which moved no place.</summary>
public static class CountryName
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Congo, The Democratic Republic of the"] = "Democratic Republic of the Congo",
        ["Czech Republic"] = "Czechia",
        ["Côte D'Ivoire"] = "Côte d’Ivoire",
        ["Iran, Islamic Republic of"] = "Iran",
        ["Korea, Democratic People's Republic of"] = "North Korea",
        ["Korea, Republic of"] = "South Korea",
        ["Lao People's Democratic Republic"] = "Laos",
        ["Libyan Arab Jamahiriya"] = "Libya",
        ["Macedonia, The Former Yugoslav Republic of"] = "North Macedonia",
        ["Moldova, Republic of"] = "Moldova",
        ["Russian Federation"] = "Russia",
        ["Swaziland"] = "Eswatini",
        ["Syrian Arab Republic"] = "Syria",
        ["Tanzania, United Republic of"] = "Tanzania",
        ["Turkey"] = "Turkey (Türkiye)",
        ["Viet Nam"] = "Vietnam",
    };

    [return: NotNullIfNotNull(nameof(name))]
    public static string? Today(string? name) => name is not null && Renamed.TryGetValue(name, out var today) ? today : name;
}
