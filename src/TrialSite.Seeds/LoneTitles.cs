namespace TrialSite.Seeds;

/// <summary>Finds lines of a long text that stand alone above other text and look like a heading of the editor's own.</summary>
internal static class LoneTitles
{
    private const int MostWords = 6;
    private const int MostLetters = 60;

    /// <summary>At most 6 words, a capital first, no full stop behind.</summary>
    public static bool Resembles(string words) =>
        words.Length is > 1 and <= MostLetters
        && char.IsUpper(words[0])
        && (char.IsLetterOrDigit(words[^1]) || words[^1] is ':' or '?' or ')')
        && words.AsSpan().Count(' ') < MostWords;

    /// <summary>The places of such lines between blank lines; the last paragraph is none, nor the first when it may be a name.</summary>
    public static IEnumerable<int> Find(IReadOnlyList<string> lines, bool isFirstAName)
    {
        var last = lines.Count - 1;
        while (last >= 0 && lines[last].Length == 0)
            last--;
        var isFirst = true;
        for (var at = 0; at < last; at++)
        {
            if (lines[at].Length == 0)
                continue;
            var isAlone = (at == 0 || lines[at - 1].Length == 0) && lines[at + 1].Length == 0;
            if (isAlone && !(isFirst && isFirstAName) && Resembles(lines[at]))
                yield return at;
            isFirst = false;
        }
    }
}
