namespace TrialSite.Trials;

/// <summary>Finds the rows of our table whose names share most of their letters with what somebody wrote.</summary>
internal static class NearWords
{
    /// <summary>Of two names that share half of their groups of three letters, one is likely a slip of the other.</summary>
    private const double Near = 0.45;

    private static readonly IReadOnlyList<(LayName Row, HashSet<string> Groups)> Names =
        [.. LayNames.Ours.Rows.SelectMany(row => row.AllNames.Where(name => name.Length > 4).Select(name => (row, GroupsOf(name))))];

    public static IReadOnlyList<LayName> To(string words, int most)
    {
        var groups = GroupsOf(words);
        return
        [
            .. Names.Select(name => (name.Row, Likeness: Likeness(groups, name.Groups))).Where(name => name.Likeness >= Near)
                .OrderByDescending(name => name.Likeness).Select(name => name.Row).Distinct().Take(most),
        ];
    }

    private static double Likeness(HashSet<string> groups, HashSet<string> others) => 2.0 * groups.Count(others.Contains) / (groups.Count + others.Count);

    private static HashSet<string> GroupsOf(string words)
    {
        var text = $" {string.Join(' ', ConditionKey.WordsOf(words.Length > 80 ? words[..80] : words))} ";
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(at => text.Substring(at, 3))];
    }
}
