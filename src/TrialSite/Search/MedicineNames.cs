using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Tells which names of a medicine go together, as far as records say so: brand and generic.</summary>
internal static class MedicineNames
{
    private const int MostWords = 3;

    /// <summary>Names of a part of a trial, of what it is compared with, or of how it is given: of no medicine.</summary>
    private static readonly HashSet<string> NoNames =
    [
        .. SearchWords.Of("""
            active arm capsule cohort combination comparator control conventional cream daily dose drug experimental gel generic group high infusion injection intervention
            intravenous investigational iv level low matching medicine normal oral part phase placebo product reference regimen saline sham single solution standard tablet test
            therapy treatment usual vaccine vehicle water
            """),
    ];

    /// <summary>Both ways: from the name to each other name, and back.</summary>
    public static IEnumerable<(string Key, string OtherKey, string OtherName)> Of(IEnumerable<Intervention> interventions) => interventions
        .Where(intervention => intervention is { TypeWord: "DRUG" or "BIOLOGICAL" or "COMBINATION_PRODUCT", Name: not null, OtherNames.Count: > 0 and <= 12 })
        .SelectMany(Pairs)
        .DistinctBy(pair => (pair.Key, pair.OtherKey));

    private static IEnumerable<(string Key, string OtherKey, string OtherName)> Pairs(Intervention intervention)
    {
        if (KeyOf(intervention.Name!) is not { } key)
            yield break;
        foreach (var other in intervention.OtherNames)
        {
            if (KeyOf(other) is not { } otherKey || otherKey == key)
                continue;
            yield return (key, otherKey, Plain(other));
            yield return (otherKey, key, Plain(intervention.Name!));
        }
    }

    /// <summary>Null when it is no name of a medicine.</summary>
    private static string? KeyOf(string name)
    {
        var words = SearchWords.Of(Plain(name));
        return words.Count is > 0 and <= MostWords && !words.Any(NoNames.Contains) && words.Any(word => word.Length > 2 && !word.All(char.IsAsciiDigit))
            ? string.Join(' ', words)
            : null;
    }

    /// <summary>Without what stands in brackets and without the marks of a brand.</summary>
    private static string Plain(string name) => name.Split('(', '[', '®', '™')[0].Trim();
}
