namespace TrialSite.Seeds;

/// <summary>A run of digits in a text.</summary>
internal readonly record struct DigitGroup(int Start, int End)
{
    public const int MostSeparators = 3;

    public int Length => End - Start;

    /// <summary>The digits from a place on; empty when none stands there.</summary>
    public static DigitGroup At(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return new DigitGroup(start, end);
    }

    /// <summary>The group and those that follow it with at most <see cref="MostSeparators"/> between, at most 9 in all.</summary>
    public static void ReadRun(string text, int start, List<DigitGroup> run)
    {
        const int MostGroups = 9;
        run.Clear();
        run.Add(At(text, start));
        while (run.Count < MostGroups)
        {
            var next = run[^1].End;
            while (next < text.Length && next - run[^1].End < MostSeparators && IsSeparator(text[next]))
                next++;
            if (next == run[^1].End || next >= text.Length || !char.IsDigit(text[next]))
                break;
            run.Add(At(text, next));
        }
    }

    private static bool IsSeparator(char character) =>
        character is ' ' or '\u00A0' or '\u202F' or '\u2009' or '-' or '.' or '/' or '(' or ')' or '（' or '）' or '\\' or '·' or '•' or '∙' or '‧' or '・' or '⋅' || IsDash(character);

    public static bool IsDash(char character) => character is '-' or '‐' or '‑' or '‒' or '–' or '—' or '−';
}
