using System.Buffers;
using System.Globalization;

namespace TrialSite.Seeds;

/// <summary>Finds email addresses, also where the sign is written "(at)", as an entity or behind Markdown's backslash.</summary>
internal static class EmailAddresses
{
    private static readonly string[] Signs =
        ["@", "＠", "﹫", "&#64;", "&#064;", "&#x40;", "&#X40;", "&commat;", "(at)", "[at]", "{at}", "(@)", "[@]", "( at )", "[ at ]", "(AT)", "[AT]", "(At)"];

    private static readonly string[] Dots = [".", "\\.", "．", "。", "&#46;", "(dot)", "[dot]", " (dot) ", " [dot] ", "(.)"];

    private static readonly SearchValues<char> SignStarts = SearchValues.Create("@＠﹫&([{");
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("._%+-~'\\");

    public static MaskedText Mask(string text)
    {
        var masked = new MaskedText(text);
        for (var at = text.AsSpan().IndexOfAny(SignStarts); at >= 0; at = Next(text, at))
        {
            var sign = Array.Find(Signs, sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0);
            if (sign is null)
                continue;
            var start = StartOfName(text, at, masked.Copied);
            var end = EndOfDomain(text, at + sign.Length);
            if (start == at || end < 0)
                continue;
            start = WithPrefix(text, start, masked.Copied);
            masked.Replace(start, end, ContactDetails.HiddenEmail);
            at = end - 1;
        }
        return masked;
    }

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny(SignStarts);
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>To the left of the sign; the sign's own place when there is no name.</summary>
    private static int StartOfName(string text, int sign, int floor)
    {
        var end = sign > floor && text[sign - 1] == ' ' ? sign - 1 : sign;
        var start = end;
        while (start > floor && IsNameCharacter(text[start - 1]))
            start--;
        return text.AsSpan(start, end - start).ContainsAnyExcept(Punctuation) ? start : sign;
    }

    /// <summary>To the right of the sign; -1 when no domain with a dot and a last part of letters follows.</summary>
    private static int EndOfDomain(string text, int afterSign)
    {
        var at = afterSign < text.Length && text[afterSign] == ' ' ? afterSign + 1 : afterSign;
        var (end, labels) = (-1, 0);
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && IsLabelCharacter(text[at]))
                at++;
            if (at == start)
                break;
            if (++labels > 1 && at - start > 1 && text.AsSpan(start, at - start).IndexOfAnyExceptInRange('0', '9') >= 0)
                end = at;
            var dot = Array.Find(Dots, dot => string.CompareOrdinal(text, at, dot, 0, dot.Length) == 0);
            if (dot is null)
                break;
            at += dot.Length;
        }
        return end > 0 && text[end - 1] == '-' ? end - 1 : end;
    }

    /// <summary>Takes "mailto:", the user name of a web address ("//name:") and the first part of "name@part@domain" along.</summary>
    private static int WithPrefix(string text, int start, int floor)
    {
        while (start - 1 > floor && text[start - 1] == '@' && IsNameCharacter(text[start - 2]))
        {
            start--;
            while (start > floor && IsNameCharacter(text[start - 1]))
                start--;
        }
        const string MailTo = "mailto:";
        var mailTo = start - MailTo.Length;
        if (mailTo >= floor && string.Compare(text, mailTo, MailTo, 0, MailTo.Length, StringComparison.OrdinalIgnoreCase) == 0)
            return mailTo;
        var user = start - 1;
        if (user < floor || text[user] != ':')
            return start;
        while (user > floor && IsNameCharacter(text[user - 1]))
            user--;
        return user >= 2 && text[user - 1] == '/' && text[user - 2] == '/' ? user : start;
    }

    private static bool IsNameCharacter(char character) =>
        IsLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-' or '~' or '\'' or '\\';

    private static bool IsLabelCharacter(char character) => IsLetterOrDigit(character) || character == '-';

    /// <summary>Also the halves of letters outside the basic plane and the marks of composed letters.</summary>
    private static bool IsLetterOrDigit(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
