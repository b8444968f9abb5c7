using System.Globalization;
using TrialSite.Search;

namespace TrialSite.Web.Pages.Trials;

/// <summary>What the results page says of a search: its heading, its counts, what was chosen.</summary>
public static class ResultWords
{
    /// <summary>"Trials for “stroke” near Oslo, Norway"; plain "Trials" for the list of all.</summary>
    public static string Heading(SearchResult result)
    {
        var asked = result.Query;
        var about = (asked.HasText, result.Condition) switch
        {
            (true, { } condition) => $" for “{asked.Text}” and {condition.Name}",
            (true, null) => $" for “{asked.Text}”",
            (false, { } condition) => $" for {condition.Name}",
            _ => "",
        };
        return $"Trials{about}{(result.NearName is { } place ? $" near {place}" : "")}";
    }

    /// <summary>"1,204 trials", "More than 50,000 trials".</summary>
    public static string Count(SearchResult result) => (result.Counts.Total, result.IsMore) switch
    {
        (0, _) => "No trials",
        (1, false) => "1 trial",
        var (count, isMore) => $"{(isMore ? "More than " : "")}{Number(count)} trials",
    };

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"Newest first".</summary>
    public static string Order(TrialSort sort) => sort switch
    {
        TrialSort.Newest => "Newest first",
        TrialSort.Changed => "Last changed first",
        TrialSort.Nearest => "Nearest first",
        _ => "Best match first",
    };

    /// <summary>Each filter that was chosen, and the query without it.</summary>
    public static IEnumerable<(string Name, TrialQuery Without)> Chosen(SearchResult result)
    {
        var asked = result.Query with { Page = 1 };
        if (result.Condition is { } condition)
            yield return (condition.Name, asked with { Condition = null });
        foreach (var status in asked.Statuses)
            yield return (status.Key == "not-stated" ? "Status not stated" : status.Name, asked with { Statuses = asked.Statuses.Without(status) });
        foreach (var phase in asked.Phases)
            yield return (phase.Key == "not-stated" ? "Phase not stated" : phase.Name, asked with { Phases = asked.Phases.Without(phase) });
        foreach (var slug in asked.Countries)
            yield return (result.Countries.FirstOrDefault(country => country.Slug == slug)?.Name ?? slug, asked with { Countries = asked.Countries.Without(slug) });
        if (asked.Age is { } age)
            yield return ($"Age {age}", asked with { Age = null });
        if (asked.Sex is { } sex)
            yield return (sex == SexChoice.Female ? "Takes women" : "Takes men", asked with { Sex = null });
        if (asked.TakesHealthyVolunteers)
            yield return ("Open to healthy people, or not stated", asked with { TakesHealthyVolunteers = false });
        if (asked.HasRead)
            yield return ("Explained in our words", asked with { HasRead = false });
        if (asked.HasResults)
            yield return ("Has results", asked with { HasResults = false });
        if (asked.Near is { } near)
            yield return ($"{(asked.Within is { } within ? $"Within {within} km of" : "Nearest to")} {result.NearName ?? near}", asked with { Near = null, Within = null, Sort = asked.Sort == TrialSort.Nearest ? null : asked.Sort });
    }
}
