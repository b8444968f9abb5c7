using System.Buffers;
using System.Globalization;

namespace TrialSite.Seeds;

/// <summary>A text with its full-width signs and the digits of other scripts as plain ones, letter by letter, so that every place stays.</summary>
internal static class PlainDigits
{
    private static readonly SearchValues<char> Others = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsOther)]);

    public static string Of(string text) => text.AsSpan().ContainsAny(Others) ? string.Create(text.Length, text, Fill) : text;

    private static void Fill(Span<char> plain, string text)
    {
        for (var at = 0; at < text.Length; at++)
            plain[at] = !IsOther(text[at]) ? text[at] : char.IsDigit(text[at]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[at])) : (char)(text[at] - '！' + '!');
    }

    private static bool IsOther(char character) => character > '\u007F' && (character is >= '！' and <= '～' || char.IsDigit(character));
}
