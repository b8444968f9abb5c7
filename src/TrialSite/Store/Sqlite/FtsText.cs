using TrialSite.Search;

namespace TrialSite.Store.Sqlite;

/// <summary>A match in the query language of FTS5. Only letters and digits between quotes ever stand in it, so nothing that was typed is part of the language.</summary>
internal static class FtsText
{
    /// <summary>Words that cannot be typed, for what the trial's conditions are.</summary>
    public const char PrimaryMark = '¹';
    public const char OwnMark = '²';
    public const char AnyMark = '³';

    /// <summary>Of long texts each word is kept once, so nothing stands side by side in them.</summary>
    private const WordsIn WherePhrasesAre = WordsIn.Anywhere & ~WordsIn.Texts;

    private static readonly WordsIn[] Columns = [WordsIn.Title, WordsIn.Conditions, WordsIn.Interventions, WordsIn.Sponsor, WordsIn.Places, WordsIn.Texts];

    /// <summary>Null when nothing can match.</summary>
    public static string? Of(SearchMatch match)
    {
        var groups = match.Groups.Select(group => Of(group, match)).ToList();
        return groups.Count == 0 || groups.Contains("") ? null : string.Join(" AND ", groups.Select(group => $"({group})"));
    }

    private static string Of(SearchGroup group, SearchMatch match)
    {
        var ways = new List<string>();
        var terms = group.Terms.Select(term => Of(term, match.Where)).OfType<string>().ToList();
        if (terms.Count > 0 && terms.Count == group.Terms.Count)
            ways.Add($"({string.Join(" AND ", terms)})");
        if (match.Conditions is { } rank)
            ways.AddRange(group.ConditionIds.Select(id => $"{{Ids}} : \"{MarkOf(rank)}{id}\""));
        ways.AddRange(group.OtherNames.Select(name => Of(name, match.Where)).OfType<string>());
        return string.Join(" OR ", ways);
    }

    /// <summary>Null where the term cannot stand: a phrase in the texts alone.</summary>
    private static string? Of(TypedTerm term, WordsIn where)
    {
        var columns = term.IsPhrase ? where & WherePhrasesAre : where;
        return columns == WordsIn.None ? null : $"{{{string.Join(' ', Columns.Where(column => columns.HasFlag(column)))}}} : \"{term}\"";
    }

    private static char MarkOf(ConditionRank rank) => rank switch
    {
        ConditionRank.Primary => PrimaryMark,
        ConditionRank.Own => OwnMark,
        _ => AnyMark,
    };
}
