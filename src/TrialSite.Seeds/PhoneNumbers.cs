namespace TrialSite.Seeds;

/// <summary>Finds phone numbers: by a plus sign, by the way their digits are grouped, or by a word such as "call" before them.</summary>
internal static class PhoneNumbers
{
    private const int KeywordReach = 24;
    private const int ListReach = 6;
    private const int LeastDigits = 7;

    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "phone", "phones", "telephone", "tel", "tél", "ph", "call", "calling", "contact", "reach", "dial", "fax", "mobile", "whatsapp",
        "wechat", "telegram", "viber", "skype", "text", "texting", "sms", "hotline", "helpline",
    };

    private static readonly int LongestKeyword = Keywords.Max(word => word.Length);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeywordWords = Keywords.GetAlternateLookup<ReadOnlySpan<char>>();

    public static MaskedText Mask(string written)
    {
        var masked = new MaskedText(written);
        var text = PlainDigits.Of(written);
        if (!MayHoldOne(text))
            return masked;
        var run = new List<DigitGroup>();
        var contextEnd = -1; // up to here a number is a phone number even if its digits do not say so
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '(' && string.CompareOrdinal(text, at, ContactDetails.HiddenPhone, 0, ContactDetails.HiddenPhone.Length) == 0)
            {
                at += ContactDetails.HiddenPhone.Length;
                contextEnd = at + ListReach;
            }
            else if (char.IsDigit(text[at]))
            {
                var end = EndOfNumber(text, at, run, masked.Copied, at <= contextEnd, out var isPhone);
                if (isPhone)
                    masked.Replace(WithPrefix(text, at, masked.Copied), end, ContactDetails.HiddenPhone);
                contextEnd = isPhone ? end + ListReach : -1;
                at = end;
            }
            else if (char.IsLetter(text[at]))
            {
                var end = EndOfWord(text, at);
                if (end - at <= LongestKeyword && KeywordWords.Contains(text.AsSpan(at, end - at)) && !IsCity(text, end))
                    contextEnd = end + KeywordReach;
                at = EndOfWebAddress(text, at, end);
            }
            else
            {
                if (text[at] == '\n' || (text[at] == '.' && at + 2 < text.Length && text[at + 1] == ' ' && char.IsUpper(text[at + 2])))
                    contextEnd = -1;
                at++;
            }
        }
        return masked;
    }

    /// <summary>
    /// Every phone number has 7 digits close to each other, or letters behind an area code such as 800: most texts have ages and doses at most,
    /// and need no look at each word.
    /// </summary>
    private static bool MayHoldOne(string text)
    {
        var (end, digits) = (0, 0);
        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0;)
        {
            var group = DigitGroup.At(text, at);
            digits = at - end > DigitGroup.MostSeparators ? group.Length : digits + group.Length;
            end = group.End;
            if (digits >= LeastDigits || (group.Length == 3 && end < text.Length && text[end] is '-' or '.'))
                return true;
            var next = text.AsSpan(end).IndexOfAnyInRange('0', '9');
            at = next < 0 ? -1 : end + next;
        }
        return false;
    }

    /// <summary>The end of the phone number, or of what is another number and not looked at again.</summary>
    private static int EndOfNumber(string text, int start, List<DigitGroup> run, int lastPhoneEnd, bool hasKeyword, out bool isPhone)
    {
        isPhone = false;
        if (!StartsClearly(text, start, lastPhoneEnd))
            return DigitGroup.At(text, start).End;
        DigitGroup.ReadRun(text, start, run);
        if (run[^1].End - start < 7 && run[0].Length != 3 && run[0].Length != 1)
            return run[0].End;
        if (IsDoi(text, run))
            return EndOfBlankless(text, start);
        var hasPlus = HasPlus(text, start);
        var shapes = new PhoneShapes(text, run);
        var other = hasPlus ? 0 : shapes.GroupsOfOtherNumber();
        if (other > 0)
            return run[other - 1].End;
        var groups = shapes.Groups(hasPlus, hasKeyword);
        var end = groups > 0 ? PhoneEnds.WithExtension(text, run[groups - 1].End) : PhoneEnds.EndOfLetters(text, run);
        isPhone = end > 0;
        return isPhone ? end : run[0].End;
    }

    /// <summary>Whether the digits begin a word: not those of "NCT06904755", "COVID-19", "1,000" or "#12".</summary>
    private static bool StartsClearly(string text, int start, int lastPhoneEnd)
    {
        if (start == 0 || HasPlus(text, start))
            return true;
        var before = text[start - 1];
        var isFirst = start == 1;
        return before switch
        {
            '_' or '#' => false,
            '/' => isFirst || start - 1 == lastPhoneEnd || !char.IsLetterOrDigit(text[start - 2]),
            ':' => isFirst || !char.IsDigit(text[start - 2]), // 08:00
            '·' => isFirst || !char.IsDigit(text[start - 2]),
            ',' => isFirst || !char.IsDigit(text[start - 2]),
            '.' => isFirst || !char.IsDigit(text[start - 2]), // "Tel.0123"
            '-' or '–' or '\\' or '+' => isFirst || !char.IsLetterOrDigit(text[start - 2]),
            _ => !char.IsLetterOrDigit(before) || SeedText.IsIdeograph(before),
        };
    }

    /// <summary>A plus sign before the digits, also "(+" and "+ ", that hangs on no word as in "CD34+".</summary>
    private static bool HasPlus(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && start - before <= 2 && text[before] is '(' or '（' or ' ')
            before--;
        if (before < 0 || text[before] is not ('+' or '＋'))
            return false;
        var isGluedToWord = before > 0 && (before + 1 == start ? char.IsLetter(text[before - 1]) : char.IsLetterOrDigit(text[before - 1]));
        return !isGluedToWord;
    }

    /// <summary>Takes "+", "(", "(+" and "tel:" before the first digit along.</summary>
    private static int WithPrefix(string text, int start, int floor)
    {
        start = BackOver(text, start, floor, "(（");
        if (HasPlus(text, start))
        {
            start = text.LastIndexOfAny(['+', '＋'], start - 1);
            start = BackOver(text, start, floor, "+\\");
            start = BackOver(text, start, floor, "(（");
        }
        var isUri = start - 4 >= floor && string.CompareOrdinal(text, start - 4, "tel:", 0, 4) == 0;
        return Math.Max(isUri ? start - 4 : start, floor);
    }

    private static int BackOver(string text, int start, int floor, string characters)
    {
        while (start > floor && characters.Contains(text[start - 1], StringComparison.Ordinal))
            start--;
        return start;
    }

    /// <summary>Tel Aviv is no telephone.</summary>
    private static bool IsCity(string text, int end) => end < text.Length && string.CompareOrdinal(text, end + 1, "Aviv", 0, 4) == 0;

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
            at++;
        return at;
    }

    /// <summary>The digits of a web address are no phone number: on to its end; otherwise the word's own end.</summary>
    private static int EndOfWebAddress(string text, int start, int end)
    {
        var isWebAddress = string.CompareOrdinal(text, end, "://", 0, 3) == 0
            || (end < text.Length && text[end] == '.' && text.AsSpan(start, end - start).Equals("www", StringComparison.OrdinalIgnoreCase))
            || (end < text.Length && text[end] == ':' && text.AsSpan(start, end - start).Equals("doi", StringComparison.OrdinalIgnoreCase));
        return isWebAddress ? EndOfBlankless(text, end) : end;
    }

    private static bool IsDoi(string text, List<DigitGroup> run) =>
        run.Count > 1 && run[0].Length == 2 && text.AsSpan(run[0].Start, 3).SequenceEqual("10.")
        && run[1].Length >= 4 && run[1].End < text.Length && text[run[1].End] == '/';

    private static int EndOfBlankless(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
