using System.Text;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>The words of a trial by where they stand, as <see cref="SearchWords"/> makes them.</summary>
/// <remarks>Names keep their order, so that phrases are found in them.</remarks>
/// <param name="Title">With other titles.</param>
/// <param name="Conditions">With keywords.</param>
/// <param name="Interventions">With their other names.</param>
/// <param name="Sponsor">The leading one.</param>
/// <param name="Places">Towns, countries and houses.</param>
/// <param name="Words">Every word of the names and of the long texts, each once.</param>
internal sealed record SearchText(string Title, string Conditions, string Interventions, string Sponsor, string Places, string Words)
{
    [ThreadStatic]
    private static StringBuilder? buffer;

    [ThreadStatic]
    private static HashSet<string>? seenWords;

    public static SearchText Of(string title, TrialLayers layers)
    {
        var (editorial, record) = (layers.Editorial, layers.Registry);
        (seenWords ??= new(1024)).Clear();
        return new(
            Names([title, record?.Title, record?.OfficialTitle, record?.Acronym]),
            Names((editorial?.Conditions ?? []).Concat(editorial?.RegistrantConditions ?? []).Concat(record?.Conditions ?? []).Concat(record?.Keywords ?? [])
                .Concat((record?.MeshConditions ?? []).Select(term => term.Term))),
            Names((record?.Interventions ?? []).SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name!))),
            Names([record?.Sponsor]),
            Names(PlacesOf(layers)),
            AllWords([record?.Eligibility.Criteria, editorial?.Summary?.ToWords(), editorial?.PlainLanguageRead?.ActiveSubstance?.ToWords()]));
    }

    private static IEnumerable<string?> PlacesOf(TrialLayers layers)
    {
        foreach (var place in layers.Registry?.Locations ?? [])
        {
            foreach (var name in new[] { place.City, place.State, place.Country, place.Facility })
                yield return name;
            yield return place.Country is null ? null : CountryNames.Plain(place.Country);
        }
        foreach (var place in layers.Editorial?.Locations ?? [])
        {
            foreach (var name in new[] { place.City, place.State, place.Country, place.Name })
                yield return name;
        }
    }

    private static string Names(IEnumerable<string?> names)
    {
        var words = (buffer ??= new(4096)).Clear();
        foreach (var name in names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            SearchWords.Append(words, name, seenWords!);
        return words.ToString();
    }

    /// <summary>Those of the names were seen by now.</summary>
    private static string AllWords(IEnumerable<string?> texts)
    {
        var words = (buffer ??= new(4096)).Clear().AppendJoin(' ', seenWords!).Append(' ');
        foreach (var text in texts)
            SearchWords.AppendNew(words, text, seenWords!);
        return words.ToString();
    }
}
