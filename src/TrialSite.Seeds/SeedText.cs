using System.Globalization;
using System.Text;

namespace TrialSite.Seeds;

/// <summary>How the characters of a seed become the characters of a field.</summary>
internal static class SeedText
{
    public const char Bullet = '\u2022';

    /// <summary>A field of one line: one blank between words, contact details hidden, no bullet.</summary>
    public static string OneLine(string text) => WithoutBullets(ContactDetails.Mask(Collapse(text)));

    /// <summary>Text trimmed, with one blank between words.</summary>
    public static string Collapse(string text)
    {
        var trimmed = text.Trim(' ');
        if (!trimmed.Contains("  ", StringComparison.Ordinal))
            return trimmed;
        var collapsed = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            if (character != ' ' || collapsed[^1] != ' ')
                collapsed.Append(character);
        }
        return collapsed.ToString();
    }

    /// <summary>The bullet is a list mark and a mask, never a word: one in the middle of a text becomes a middle dot.</summary>
    public static string WithoutBullets(string text) => text.Replace(Bullet, '·');

    /// <summary>Whether the words begin with a list mark: <c>• </c>, <c>- </c> or <c>* </c> (the bullet also without a blank).</summary>
    public static bool HasListMark(string words) => words.Length > 0 && words[0] != ' ' && IsListMark(words, 0);

    /// <summary>The words after their list marks.</summary>
    public static string WithoutListMark(string words)
    {
        var start = 0;
        while (start < words.Length && IsListMark(words, start))
            start++;
        return start == 0 ? words : words[start..];
    }

    /// <summary>Shows nothing: zero-width blanks and joiners of copied text, which could also cut a phone number in two.</summary>
    public static bool IsInvisible(char character) => character is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>Turns the reading direction, so that a text shows other words than it holds.</summary>
    public static bool IsDirectionOverride(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static bool IsBlank(char character) =>
        character is ' ' or '\u2028' or '\u2029' || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;

    /// <summary>A letter of a script that puts no blank between a word and a number.</summary>
    public static bool IsIdeograph(char character) => character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    /// <summary>Whether a list mark, or a blank beside one, stands there.</summary>
    public static bool IsListMark(string words, int at)
    {
        var next = at + 1 < words.Length ? words[at + 1] : ' ';
        return words[at] switch
        {
            ' ' => true,
            Bullet => next is not (Bullet or '-' or '.' or '@' or ')'), // otherwise it begins a mask
            '-' or '*' => next == ' ',
            _ => false,
        };
    }
}
