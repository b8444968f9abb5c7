using TrialSite.Search;

namespace TrialSite.Web.Pages.Trials;

/// <summary>Boxes of one kind: those that lead to trials or are ticked already, and those that take more room than they are worth.</summary>
public sealed record FilterChoices(string Legend, IReadOnlyList<FilterChoice> Shown, IReadOnlyList<FilterChoice> More)
{
    private const int CountriesShown = 8;

    public static FilterChoices OfStatus(SearchResult result) => new("Status",
        Useful(StatusChoice.InReadingOrder.Select(status =>
            new FilterChoice("status", status.Key, status.Name, result.Counts.Of(status), result.Query.Statuses.Contains(status)))),
        []);

    public static FilterChoices OfPhase(SearchResult result) => new("Phase",
        Useful(PhaseChoice.All.Select(phase => new FilterChoice("phase", phase.Key, phase.Name, result.Counts.Of(phase), result.Query.Phases.Contains(phase)))),
        []);

    public static FilterChoices OfCountry(SearchResult result)
    {
        var countries = Useful(result.Countries.Select(country =>
                new FilterChoice("country", country.Slug, country.Name, result.Counts.Of(country), result.Query.Countries.Contains(country.Slug))))
            .OrderByDescending(country => country.IsChosen).ThenByDescending(country => country.Count).ThenBy(country => country.Name, StringComparer.Ordinal).ToList();
        return new("Country", [.. countries.Take(CountriesShown)], [.. countries.Skip(CountriesShown).OrderBy(country => country.Name, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<FilterChoice> Useful(IEnumerable<FilterChoice> choices) => [.. choices.Where(choice => choice.Count > 0 || choice.IsChosen)];
}
