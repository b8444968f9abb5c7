using System.Buffers;

namespace TrialSite.Seeds;

/// <summary>Finds email addresses whose sign is written as a word: "john dot doe at example dot com", "john.doe-at-example.com", "john%40example.com".</summary>
internal static class SpelledEmailAddresses
{
    private const int LongestName = 64; // RFC 5321
    private const int LongestDomain = 255;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "com", "org", "net", "edu", "gov", "int", "info", "biz", "mil", "example", "eu", "uk", "de", "fr", "cn", "jp", "kr", "tw", "hk", "sg", "es", "pt", "nl",
        "ch", "se", "dk", "fi", "pl", "cz", "hu", "ro", "gr", "tr", "il", "eg", "sa", "ae", "ir", "pk", "bd", "th", "vn", "ph", "id", "au", "nz", "ca", "br",
        "ar", "cl", "mx", "co", "pe", "ru", "ua", "za", "ng", "ke", "ie", "bg", "rs", "hr", "sk", "ee", "lv", "lt", "lu",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsEnding = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Signs = SearchValues.Create(["%40", " at ", "-at-", "_at_"], StringComparison.OrdinalIgnoreCase);

    public static MaskedText Mask(string text)
    {
        var masked = new MaskedText(text);
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var sign = SignAt(text, at);
            if (sign == default || sign.Start < masked.Copied)
                continue;
            var start = StartOfName(text, sign.Start, masked.Copied, sign.IsWord, out var isClear);
            var end = EndOfDomain(text, sign.End, sign.IsWord, out var isSpelled);
            if (start == sign.Start || end < 0 || (sign.IsWord && !isClear && !isSpelled))
                continue;
            masked.Replace(start, end, ContactDetails.HiddenEmail);
            at = end - 1;
        }
        return masked;
    }

    /// <summary>Where "%40" begins, or the word "at", which is one place behind what goes before it.</summary>
    private static int Next(string text, int from)
    {
        for (var at = Math.Max(from - 1, 0); at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(Signs);
            if (next < 0)
                return -1;
            at += next;
            if (text[at] != '%')
                return at + 1;
            if (at >= from)
                return at;
        }
        return -1;
    }

    private static Sign SignAt(string text, int at)
    {
        if (text[at] == '%')
            return string.CompareOrdinal(text, at, "%40", 0, 3) == 0 ? new Sign(at, at + 3, false) : default;
        if (at == 0 || at + 2 >= text.Length || text[at + 1] is not ('t' or 'T') || text[at - 1] != text[at + 2])
            return default;
        return text[at - 1] is ' ' or '-' or '_' ? new Sign(at - 1, at + 3, text[at - 1] == ' ') : default;
    }

    /// <summary>Words joined by " dot "; clear when a dot, an underscore or a digit shows that they are a name.</summary>
    private static int StartOfName(string text, int sign, int floor, bool isWord, out bool isClear)
    {
        floor = Math.Max(floor, sign - LongestName);
        isClear = false;
        var start = sign;
        while (true)
        {
            var end = start;
            while (start > floor && IsNameCharacter(text[start - 1]))
                start--;
            if (start == end || !char.IsLetterOrDigit(text[end - 1]))
                return end == sign ? sign : end + " dot ".Length;
            isClear |= isWord && text.AsSpan(start, end - start).Trim('.').ContainsAny('.', '_');
            if (start - 5 < floor || !IsDot(text, start - 5))
                break;
            isClear = true;
            start -= 5;
        }
        while (start < sign && text[start] is '.' or '-' or '_')
            start++;
        var isWebAddress = start > 0 && text[start - 1] is '/' || text.AsSpan(start).StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return isWebAddress ? sign : start;
    }

    private static int EndOfDomain(string text, int start, bool isWord, out bool isSpelled)
    {
        isSpelled = false;
        var (at, end, labels) = (start, -1, 0);
        while (at < text.Length && at - start < LongestDomain)
        {
            var label = at;
            while (at < text.Length && at - start < LongestDomain && (char.IsLetterOrDigit(text[at]) || text[at] == '-'))
                at++;
            if (at == label)
                break;
            if (++labels > 1 && IsEnding.Contains(text.AsSpan(label, at - label)))
                end = at;
            if (at + 1 < text.Length && text[at] == '.')
                at++;
            else if (isWord && IsDot(text, at))
            {
                isSpelled = true;
                at += 5;
            }
            else
                break;
        }
        return end;
    }

    private static bool IsDot(string text, int at) => string.Compare(text, at, " dot ", 0, 5, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '.' or '_' or '-' or '+';

    private readonly record struct Sign(int Start, int End, bool IsWord);
}
