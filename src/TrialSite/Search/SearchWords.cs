using System.Globalization;
using System.Text;

namespace TrialSite.Search;

/// <summary>A text as words that find each other: without case, accents, marks and plurals, British spelled as American.</summary>
/// <remarks>The same on both sides, what is kept and what is asked; so the full-text engine only ever sees letters and digits.</remarks>
public static class SearchWords
{
    public const int LongestWord = 40;

    /// <summary>In the order of the text, repeated as often as they stand there.</summary>
    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        Span<char> letters = stackalloc char[LongestWord + 8];
        var rest = Plain(text).AsSpan();
        while (Next(ref rest, letters, out var length))
            words.Add(letters[..length].ToString());
        return words;
    }

    /// <summary>The words as they are spelled, in small letters; only those of letters alone, and not the shortest.</summary>
    internal static IEnumerable<string> Spelled(string? text)
    {
        text ??= "";
        var from = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                from = from < 0 ? at : from;
                continue;
            }
            if (from >= 0 && at - from is >= 4 and <= LongestWord && text[from..at] is var word && word.All(char.IsLetter))
                yield return word.ToLowerInvariant();
            from = -1;
        }
    }

    /// <summary>Adds the words, each with a blank behind it, and remembers them.</summary>
    internal static void Append(StringBuilder words, string? text, HashSet<string> seen)
    {
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[LongestWord + 8];
        var rest = Plain(text).AsSpan();
        while (Next(ref rest, letters, out var length))
        {
            known.Add(letters[..length]);
            words.Append(letters[..length]).Append(' ');
        }
    }

    /// <summary>Adds only words that were not seen before and tell something: long texts repeat themselves.</summary>
    internal static void AppendNew(StringBuilder words, string? text, HashSet<string> seen)
    {
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[LongestWord + 8];
        var rest = Plain(text).AsSpan();
        while (Next(ref rest, letters, out var length))
        {
            var word = letters[..length];
            if (length > 1 && word.ContainsAnyExceptInRange('0', '9') && !StopWords.Contains(word) && known.Add(word))
                words.Append(word).Append(' ');
        }
    }

    private static bool Next(ref ReadOnlySpan<char> text, scoped Span<char> word, out int length)
    {
        length = 0;
        var at = 0;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
        {
            if (length < LongestWord)
                length = AppendFolded(word, length, char.ToLowerInvariant(text[at]));
        }
        // The 's of Crohn's is no word.
        if (at + 1 < text.Length && text[at] is '\'' or '’' && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])))
            at += 2;
        text = text[at..];
        if (length == 0)
            return false;
        length = WordForm.Reduce(word, length);
        return true;
    }

    private static int AppendFolded(Span<char> word, int length, char letter)
    {
        if (char.IsAscii(letter))
        {
            word[length] = letter;
            return length + 1;
        }
        var folded = letter switch
        {
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ß' => "ss",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            'α' => "alpha",
            'β' => "beta",
            'γ' => "gamma",
            'δ' => "delta",
            'κ' => "kappa",
            'λ' => "lambda",
            'ω' => "omega",
            _ => null,
        };
        if (folded is null)
        {
            word[length] = letter;
            return length + 1;
        }
        folded.CopyTo(word[length..]);
        return length + folded.Length;
    }

    /// <summary>Without accents; marks such as ™ would become letters.</summary>
    private static string Plain(string? text)
    {
        if (text is null || Ascii.IsValid(text))
            return text ?? "";
        var plain = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(letter);
        }
        return plain.ToString();
    }

    /// <summary>Half of a pair cannot be normalised.</summary>
    private static string WellFormed(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(rune == Rune.ReplacementChar || rune.Value is '™' or '®' or '©' or '℠' ? " " : rune.ToString());
        return plain.ToString();
    }
}
