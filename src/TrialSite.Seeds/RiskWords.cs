using System.Text;

namespace TrialSite.Seeds;

/// <summary>Tells whether a text under "What could go wrong" says anything: a benefit is never shown beside an empty risk.</summary>
internal static class RiskWords
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "tbd", "tba", "tbc", "n a", "na", "nil", "none", "no", "nothing", "empty", "blank", "xx", "xxx", "todo", "to do", "pending", "later", "soon",
        "to follow", "follows", "coming soon", "in progress", "in preparation", "unknown", "not known", "not yet known", "unclear", "unspecified",
        "not applicable", "not available", "not specified", "not stated", "not provided", "not given", "to be determined", "to be announced",
        "to be confirmed", "to be added", "to be written", "to be completed", "to be done", "see above", "see below", "as above", "same as above", "same",
        "ditto", "placeholder", "text", "text here", "risk", "risks", "what could go wrong", "lorem ipsum", "fill in", "none known", "none listed",
    };

    /// <summary>Whether a letter is left in a line without its markup, and the line is no placeholder.</summary>
    public static bool AreIn(string text) => Array.Exists(WithoutMarkup(text).Split('\n'), IsSaid);

    private static bool IsSaid(string line)
    {
        var words = Words(line);
        return words.Any(char.IsLetter) && !Placeholders.Contains(words);
    }

    /// <summary>Letters and digits in lower case, one blank for all that stands between: "N/A" is "n a".</summary>
    private static string Words(string line)
    {
        var words = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                words.Append(char.ToLowerInvariant(character));
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
        return words.ToString().TrimEnd(' ');
    }

    private static string WithoutMarkup(string text)
    {
        var plain = Hidden.Aggregate(WithoutEntities(text), (left, hidden) => left.Replace(hidden, "", StringComparison.Ordinal));
        plain = Without(plain, '(', ")", at => at > 0 && plain[at - 1] == ']'); // the address of a link
        return Without(plain, '[', "\n", at => IsLinkDefinition(plain, at));
    }

    /// <summary>Without "&amp;nbsp;" and its like.</summary>
    private static string WithoutEntities(string text) => Without(text, '&', ";", at => IsEntity(text, at));

    private static bool IsEntity(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 12 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
            end++;
        return end < text.Length && text[end] == ';';
    }

    private static readonly string[] Hidden = [ContactDetails.HiddenPhone, ContactDetails.HiddenEmail, ContactDetails.HiddenAccount];

    /// <summary>"[x]: https://a", which shows nothing.</summary>
    private static bool IsLinkDefinition(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny(']', '\n');
        return end > 0 && text.AsSpan(at + end).StartsWith("]:", StringComparison.Ordinal);
    }

    /// <summary>Without what stands between the sign and the next end of it, up to the end of the text.</summary>
    private static string Without(string text, char start, string end, Func<int, bool> isMarkup)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != start || !isMarkup(at))
            {
                plain.Append(text[at]);
                continue;
            }
            var length = text.AsSpan(at).IndexOf(end, StringComparison.Ordinal);
            if (length < 0)
                break;
            at += length;
            plain.Append(end == "\n" ? "\n" : " ");
        }
        return plain.ToString();
    }
}
