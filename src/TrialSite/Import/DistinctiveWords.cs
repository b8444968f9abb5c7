using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>How many words two places' names share that not every hospital's name has.</summary>
internal static class DistinctiveWords
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "cancer", "care", "center", "centers", "centre", "centres", "centro", "chu", "clinic", "clinical", "clinica", "clinique", "college", "department", "des",
        "for", "foundation", "general", "group", "health", "healthcare", "hopital", "hospital", "hospitals", "inc", "institut", "institute", "institution", "instituto",
        "international", "investigational", "klinik", "klinikum", "llc", "local", "ltd", "medical", "medicine", "national", "not", "named", "number", "oncology", "ospedale",
        "research", "school", "site", "study", "the", "trial", "univ", "universitair", "universitario", "universitat", "universitaria", "university",
    };

    public static int InCommon(Location one, Location other) => Words(one).Intersect(Words(other)).Count();

    private static HashSet<string> Words(Location place)
    {
        var words = Split(place.Name).ToHashSet();
        words.ExceptWith(Split(place.Address ?? ""));
        return words;
    }

    private static IEnumerable<string> Split(string text) =>
        string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? character : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord && !Common.Contains(word))
            .Select(word => word.ToUpperInvariant());
}
