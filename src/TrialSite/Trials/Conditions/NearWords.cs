namespace TrialSite.Trials;

/// <summary>Finds the rows of our table whose names share most of their letters with what somebody wrote.</summary>
internal static class NearWords
{
    /// <summary>Of two names that share half of their groups of three letters, one is likely a slip of the other.</summary>
    private const double Near = 0.45;

    private static readonly IReadOnlyList<(LayName Row, string Name, int Groups)> Names =
        [.. LayNames.Ours.Rows.SelectMany(row => row.AllNames.Where(name => name.Length > 4).Select(name => (row, name, GroupsOf(name).Count)))];

    /// <summary>Places in <see cref="Names"/>: a name that shares no group with what somebody wrote is not looked at.</summary>
    private static readonly ILookup<string, int> NamesByGroup =
        Names.SelectMany((name, at) => GroupsOf(name.Name).Select(group => (group, at))).ToLookup(pair => pair.group, pair => pair.at);

    public static IReadOnlyList<LayName> To(string words, int most)
    {
        var groups = GroupsOf(words);
        return
        [
            .. groups.SelectMany(group => NamesByGroup[group]).CountBy(at => at).OrderBy(shared => shared.Key)
                .Select(shared => (Names[shared.Key].Row, Likeness: 2.0 * shared.Value / (groups.Count + Names[shared.Key].Groups))).Where(name => name.Likeness >= Near)
                .OrderByDescending(name => name.Likeness).Select(name => name.Row).Distinct().Take(most),
        ];
    }

    private static HashSet<string> GroupsOf(string words)
    {
        var text = $" {string.Join(' ', ConditionKey.WordsOf(words.Length > 80 ? words[..80] : words))} ";
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(at => text.Substring(at, 3))];
    }
}
