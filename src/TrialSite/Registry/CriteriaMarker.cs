namespace TrialSite.Registry;

/// <summary>What registrants set before a point: <c>*</c>, <c>-</c>, <c>•</c>, <c>1.</c>, <c>12)</c>, <c>(a)</c>, <c>iv.</c></summary>
internal static class CriteriaMarker
{
    private const string Bullets = "•●▪■◦○‣⁃·";
    private const int LongestName = 4;

    /// <summary>Null when the words begin with none.</summary>
    public static string? In(string words)
    {
        if (Bullets.Contains(words[0], StringComparison.Ordinal))
            return words[..1];
        if (words[0] is '*' or '-' or '–' or '—' or '+')
            return IsBlankOrEnd(words, 1) || (words[0] is '-' or '–' && char.IsLetter(words[1])) ? words[..1] : null;
        var start = words[0] == '(' ? 1 : 0;
        var end = start;
        while (end < words.Length && end - start < LongestName && char.IsAsciiLetterOrDigit(words[end]))
            end++;
        if (end >= words.Length || words[end] != ')' && (start > 0 || words[end] is not ('.' or '、')) || !IsNumber(words.AsSpan(start, end - start)))
            return null;
        return IsBlankOrEnd(words, end + 1) || words[end] == '、' ? words[..(end + 1)] : null;
    }

    private static bool IsBlankOrEnd(string words, int at) => at >= words.Length || words[at] == ' ';

    /// <summary>12, a, iv; a capital letter is rather an initial.</summary>
    private static bool IsNumber(ReadOnlySpan<char> name) =>
        name is [>= '1' and <= '9'] || (name.Length == 2 && !name.ContainsAnyExceptInRange('0', '9')) || name is [>= 'a' and <= 'z']
        || (name.Length > 0 && !name.ContainsAnyExcept("ivx"));
}
