using System.Globalization;
using System.Text;

namespace TrialSite.Alerts.Mails;

/// <summary>Words of a trial as a mail may carry them: no control characters, none that turn the reading direction, no markup.</summary>
internal static class MailText
{
    /// <summary>The lines, without blank ones.</summary>
    public static IEnumerable<string> Lines(string words) =>
        words.Split('\n').Select(Clean).Where(line => line.Length > 0);

    /// <summary>On one line.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsBlank(rune))
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            else if (!IsHidden(rune))
                clean.Append(rune);
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>At most about so many characters, cut between words.</summary>
    public static string Shortened(string words, int mostCharacters)
    {
        if (words.Length <= mostCharacters)
            return words;
        var cut = words.LastIndexOf(' ', mostCharacters);
        if (cut < mostCharacters / 2)
            cut = char.IsHighSurrogate(words[mostCharacters - 1]) ? mostCharacters - 1 : mostCharacters;
        return $"{words[..cut].TrimEnd()} …";
    }

    public static string ToHtml(string words) => new StringBuilder(words)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Format characters hide words or turn their direction; the joiners among them are part of some scripts.</summary>
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => rune == Rune.ReplacementChar,
    };
}
