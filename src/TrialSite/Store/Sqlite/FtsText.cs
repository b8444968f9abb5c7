using TrialSite.Search;

namespace TrialSite.Store.Sqlite;

/// <summary>A match in the query language of FTS5. Only letters and digits between quotes ever stand in it, so nothing that was typed is part of the language.</summary>
internal static class FtsText
{
    /// <summary>Begins words that cannot be typed: ids of the trial's conditions, and of broader ones.</summary>
    public const char ConditionMark = '³';

    private static readonly WordsIn[] Columns = [WordsIn.Title, WordsIn.Conditions, WordsIn.Interventions, WordsIn.Sponsor, WordsIn.Places];

    /// <summary>For the table of names; null when nothing can match.</summary>
    public static string? InNames(IEnumerable<SearchGroup> groups, WordsIn where, bool withConditions)
    {
        var columns = string.Join(' ', Columns.Where(column => where.HasFlag(column)));
        return Of(groups, withConditions, term => columns.Length == 0 ? null : $"{{{columns}}} : \"{term}\"");
    }

    /// <summary>For the table of all words, which has one column; null when nothing can match.</summary>
    public static string? InWords(IEnumerable<SearchGroup> groups, bool withConditions) => Of(groups, withConditions, term => $"\"{term}\"");

    private static string? Of(IEnumerable<SearchGroup> groups, bool withConditions, Func<TypedTerm, string?> write)
    {
        var texts = groups.Select(group => string.Join(" OR ", Ways(group, withConditions, write))).ToList();
        return texts.Count == 0 || texts.Contains("") ? null : string.Join(" AND ", texts.Select(text => $"({text})"));
    }

    private static IEnumerable<string> Ways(SearchGroup group, bool withConditions, Func<TypedTerm, string?> write)
    {
        var terms = group.Terms.Select(write).OfType<string>().ToList();
        if (terms.Count > 0)
            yield return $"({string.Join(" AND ", terms)})";
        // A mark stands in no other column than its own.
        foreach (var id in withConditions ? group.ConditionIds : [])
            yield return $"\"{ConditionMark}{id}\"";
        foreach (var name in group.OtherNames.Select(write).OfType<string>())
            yield return name;
    }
}
