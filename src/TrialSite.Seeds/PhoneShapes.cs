namespace TrialSite.Seeds;

/// <summary>Tells by the lengths of its digit groups, and what stands between them, whether a number is a phone number.</summary>
internal sealed class PhoneShapes(string text, List<DigitGroup> run)
{
    private const int MostDigits = 15; // ITU-T E.164

    /// <summary>How many groups from the first on are a date, a EudraCT number, an ORCID, a ZIP code or a number with thousands groups; 0 when none.</summary>
    public int GroupsOfOtherNumber()
    {
        if (HasLengths(4, 2, 2) && IsJoined(0, 2))
            return 3;
        if (run.Count > 2 && run[0].Length <= 2 && run[1].Length <= 2 && run[2].Length == 4 && IsYear(2) && IsJoined(0, 2))
            return 3;
        if (HasLengths(4, 6, 2) && IsYear(0) && IsJoined(0, 2))
            return HasLengths(4, 6, 2, 2) ? 4 : 3;
        if (HasLengths(4, 4, 4, 4) && IsJoined(0, 3)) // ORCID
            return 4;
        if (HasLengths(5, 4) && text[run[0].End] == '-') // ZIP+4
            return 2;
        if (HasLengths(4, 4) && IsYear(0) && IsYear(1) && (run.Count == 2 || run[2].Length != 4))
            return 2;
        var thousands = 1;
        while (run[0].Length <= 3 && text[run[0].Start] != '0' && thousands < run.Count && run[thousands].Length == 3 && IsBlankOrDot(thousands))
            thousands++;
        var isThousands = thousands > 1 && EndsWithZeros(thousands - 1, 3) && (thousands == run.Count || !IsBlankOrDot(thousands));
        return isThousands ? thousands : 0;
    }

    /// <summary>How many groups from the first on are a phone number; 0 when none.</summary>
    public int Groups(bool hasPlus, bool hasKeyword)
    {
        var groups = hasPlus ? UpTo(Math.Max(MostDigits, Math.Min(run[0].Length, 18)), 7) : 0; // real ones are sometimes too long
        if (groups == 0)
            groups = American();
        if (groups == 0 && text[run[0].Start] == '0')
            groups = WithLeadingZero();
        if (groups == 0 && run[0].Length is >= 10 and <= MostDigits && !EndsWithZeros(0, 6))
            groups = 1;
        if (groups == 0)
            groups = Hyphenated();
        if (groups == 0 && hasKeyword && !(run[0].Length > 6 && EndsWithZeros(0, 3)))
            groups = UpTo(MostDigits, 7);
        if (groups > 0 && groups < run.Count && Digits(groups) >= 10 && IsHyphenOrBracket(groups) && run[groups].Length <= 5)
            groups++; // an extension
        while (hasPlus && groups > 0 && !EndsClearly(groups) && Digits(groups - 1) >= 7)
            groups--;
        return groups > 0 && EndsClearly(groups) ? groups : 0;
    }

    /// <summary>212-555-0123, (212) 555-0123, 1 800 555 0123, 212-5550123: no blank-only form whose area begins with 0 or 1.</summary>
    private int American()
    {
        var first = run[0].Length == 1 && text[run[0].Start] == '1' && run.Count > 1 ? 1 : 0;
        if (Has(first, 3, 3, 4) && (!Between(first + 2).Contains('/') || IsWithSlashes(first)))
            return IsOnlyBlanks(first + 1) && IsOnlyBlanks(first + 2) && !(IsAreaDigit(first) && IsAreaDigit(first + 1)) ? 0 : first + 3;
        return Has(first, 3, 7) && !IsOnlyBlanks(first + 1) && !EndsWithZeros(first + 1, 3) ? first + 2 : 0;
    }

    /// <summary>617 / 632 / 3000, but not doses such as 125 / 250 / 1000.</summary>
    private bool IsWithSlashes(int first) =>
        Between(first + 1).SequenceEqual(Between(first + 2)) && IsAreaDigit(first) && IsAreaDigit(first + 1)
        && !(IsRound(first) && IsRound(first + 1));

    private bool IsRound(int group) => text[run[group].End - 1] is '0' or '5';

    /// <summary>020 7946 0958, 01 42 34 56 78, 0041 44 249 49 49: at least two groups, no decimal number.</summary>
    private int WithLeadingZero()
    {
        var isInternational = run[0].Length > 1 && text[run[0].Start + 1] == '0';
        var isDecimal = run[0].Length == 1 && run.Count > 1 && text[run[0].End] is '.' or '·';
        return run.Count == 1 || isDecimal || run[0].Length > 5 || (run[0].Length == 1 && IsOnlyBlanks(1)) ? 0 : UpTo(isInternational ? MostDigits + 2 : 12, 9, leastGroups: 2);
    }

    /// <summary>86-20-55501234, 0518-55501234, 55 (11) 5550-1234: joined without a blank, the last group long.</summary>
    private int Hyphenated()
    {
        var groups = 1;
        while (groups < run.Count && IsHyphenOrBracket(groups))
            groups++;
        var digits = Digits(groups);
        var last = run[groups - 1];
        if (groups == 1 || EndsWithZeros(groups - 1, 3) || run[0].Length > 6)
            return 0;
        if (groups == 2)
            return run[0].Length is >= 2 and <= 4 && last.Length is 7 or 8 ? 2 : 0;
        var isId = run[0].Length == 4 && IsYear(0);
        return !isId && digits is >= 10 and <= MostDigits && last.Length is >= 4 and <= 9 ? groups : 0;
    }

    /// <summary>As many groups as hold at most so many digits; 0 when they hold too few.</summary>
    private int UpTo(int mostDigits, int leastDigits, int leastGroups = 1)
    {
        var groups = 0;
        while (groups < run.Count && Digits(groups + 1) <= mostDigits)
            groups++;
        return groups >= leastGroups && Digits(groups) >= leastDigits ? groups : 0;
    }

    private int Digits(int groups)
    {
        var digits = 0;
        for (var at = 0; at < groups; at++)
            digits += run[at].Length;
        return digits;
    }

    /// <summary>No letter is glued to the last digit, and no further digits follow behind a hyphen or a dot.</summary>
    private bool EndsClearly(int groups)
    {
        var end = run[groups - 1].End;
        if (end == text.Length)
            return true;
        if (DigitGroup.IsDash(text[end]) || text[end] is '.' or ',')
            return end + 1 == text.Length || !char.IsDigit(text[end + 1]);
        return !char.IsLetter(text[end]) || text[end] is 'x' or 'X' or 'e' or 'E' || SeedText.IsIdeograph(text[end]);
    }

    private bool HasLengths(params ReadOnlySpan<int> lengths) => Has(0, lengths);

    private bool Has(int first, params ReadOnlySpan<int> lengths)
    {
        if (run.Count < first + lengths.Length)
            return false;
        for (var at = 0; at < lengths.Length; at++)
        {
            if (run[first + at].Length != lengths[at])
                return false;
        }
        return true;
    }

    /// <summary>Whether one hyphen, dot or slash stands between the groups, the same each time.</summary>
    private bool IsJoined(int first, int last)
    {
        for (var at = first + 1; at <= last; at++)
        {
            var between = Between(at);
            if (between.Length != 1 || between[0] == ' ' || between[0] != text[run[first].End])
                return false;
        }
        return true;
    }

    private bool IsYear(int group) => text[run[group].Start] is '1' or '2' && text[run[group].Start + 1] is '9' or '0';

    private bool IsAreaDigit(int group) => text[run[group].Start] is >= '2' and <= '9';

    private bool IsOnlyBlanks(int group) => Between(group).IsWhiteSpace();

    private bool IsBlankOrDot(int group) => Between(group).Length == 1 && (Between(group)[0] == '.' || IsOnlyBlanks(group));

    /// <summary>A hyphen, or a bracket that is closed behind the next group: not "342(8886-8887)", the pages of a journal.</summary>
    private bool IsHyphenOrBracket(int group)
    {
        var between = Between(group);
        if (between.ContainsAny('(', '（'))
            return group + 1 < run.Count && Between(group + 1).ContainsAny(')', '）');
        return between.ContainsAny(')', '）') || (between.Length == 1 && DigitGroup.IsDash(between[0]));
    }

    private ReadOnlySpan<char> Between(int group) => text.AsSpan(run[group - 1].End, run[group].Start - run[group - 1].End);

    private bool EndsWithZeros(int group, int count) =>
        run[group].Length >= count && !text.AsSpan(run[group].End - count, count).ContainsAnyExcept('0');
}
