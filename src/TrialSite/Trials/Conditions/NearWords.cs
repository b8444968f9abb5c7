namespace TrialSite.Trials;

/// <summary>Finds the rows of our table whose names share most of their letters with what somebody wrote.</summary>
internal static class NearWords
{
    /// <summary>Of two names that share half of their groups of three letters, one is likely a slip of the other.</summary>
    private const double Near = 0.45;

    private static readonly IReadOnlyList<(LayName Row, HashSet<string> Groups)> Names =
        [.. LayNames.Ours.Rows.SelectMany(row => row.AllNames.Where(name => name.Length > 4).Select(name => (row, GroupsOf(name))))];

    private static readonly ILookup<string, int> NamesByGroup =
        Names.SelectMany((name, at) => name.Groups.Select(group => (group, at))).ToLookup(pair => pair.group, pair => pair.at);

    public static IReadOnlyList<LayName> To(string words, int most)
    {
        var groups = GroupsOf(words);
        var shared = new int[Names.Count];
        foreach (var at in groups.SelectMany(group => NamesByGroup[group]))
            shared[at]++;
        return
        [
            .. Names.Select((name, at) => (name.Row, Likeness: 2.0 * shared[at] / (groups.Count + name.Groups.Count))).Where(name => name.Likeness >= Near)
                .OrderByDescending(name => name.Likeness).Select(name => name.Row).Distinct().Take(most),
        ];
    }

    private static HashSet<string> GroupsOf(string words)
    {
        var text = $" {string.Join(' ', ConditionKey.WordsOf(words.Length > 80 ? words[..80] : words))} ";
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(at => text.Substring(at, 3))];
    }
}
