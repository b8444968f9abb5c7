namespace TrialSite.Seeds;

/// <summary>What can follow the digits of a phone number: an extension, or letters instead of digits.</summary>
internal static class PhoneEnds
{
    private static readonly string[] ExtensionWords = ["extension", "ext", "x", "#"];

    /// <summary>The end of "ext. 12", "x12" or "# 12" behind the number; the number's own end when there is none.</summary>
    public static int WithExtension(string text, int end)
    {
        var at = SkipAny(text, end, " ,;-(", 3);
        var word = Array.Find(ExtensionWords, word => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0);
        if (word is null)
            return end;
        var digits = DigitGroup.At(text, SkipAny(text, at + word.Length, " .:", 3));
        return digits.Length is > 0 and <= 6 ? digits.End : end;
    }

    /// <summary>The end of a number such as 1-800-555-HELP: 7 digits and letters behind an 8xx area; 0 when it is none.</summary>
    public static int EndOfLetters(string text, List<DigitGroup> run)
    {
        var area = run.Count > 1 && run[0].Length == 1 && text[run[0].Start] == '1' ? 1 : 0;
        if (run.Count <= area || run[area].Length != 3 || text[run[area].Start] != '8' || run[area].End >= text.Length || text[run[area].End] is not ('-' or '.'))
            return 0;
        var (at, count) = (run[area].End, 0);
        for (; at < text.Length && (char.IsAsciiLetterUpper(text[at]) || char.IsAsciiDigit(text[at]) || text[at] == '-'); at++)
            count += text[at] == '-' ? 0 : 1;
        return count is >= 7 and <= 10 ? at : 0;
    }

    private static int SkipAny(string text, int at, string skipped, int most)
    {
        for (var count = 0; count < most && at < text.Length && skipped.Contains(text[at], StringComparison.Ordinal); count++)
            at++;
        return at;
    }
}
