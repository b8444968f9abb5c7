using System.Text;

namespace TrialSite.Seeds;

/// <summary>Cuts a text into lines; line ends, kinds of blanks and invisible characters make no difference afterwards.</summary>
internal static class SeedLines
{
    /// <summary>How many entries <see cref="Split"/> gives.</summary>
    public static int Count(string text)
    {
        var lines = text.Length > 0 && text[^1] is not ('\r' or '\n') ? 1 : 0;
        for (var at = 0; at < text.Length; at++)
            lines += text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')) ? 1 : 0;
        return lines;
    }

    /// <summary>One entry per line; a line end at the very end of the text begins no further line.</summary>
    public static List<SeedLine> Split(string text, SeedProblems problems)
    {
        var lines = new List<SeedLine>();
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Line(lines.Count + 1, text.AsSpan(start, end - start), problems));
            var isCrLf = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isCrLf ? 2 : 1);
        }
        return lines;
    }

    private static SeedLine Line(int number, ReadOnlySpan<char> raw, SeedProblems problems)
    {
        var text = new StringBuilder(raw.Length);
        var column = 0;
        var isReported = false; // once per line
        for (var at = 0; at < raw.Length; at++)
        {
            var character = raw[at];
            if (SeedText.IsInvisible(character))
                continue;
            if (character == '\t')
            {
                text.Append(' ', 4);
                continue;
            }
            if (SeedText.IsBlank(character) || IsForbidden(number, at, character, ref isReported, problems))
            {
                text.Append(' ');
                continue;
            }
            if (column == 0)
                column = at + 1;
            if (!char.IsSurrogate(character))
                text.Append(character);
            else if (at + 1 < raw.Length && char.IsSurrogatePair(character, raw[at + 1]))
                text.Append(character).Append(raw[++at]);
            else
                text.Append(HalfCharacter(number, at, problems));
        }
        return new SeedLine(number, Math.Max(column, 1), text.ToString().TrimEnd(' '));
    }

    private static bool IsForbidden(int number, int at, char character, ref bool isReported, SeedProblems problems)
    {
        if (!char.IsControl(character) && !SeedText.IsDirectionOverride(character))
            return false;
        if (!isReported)
            problems.Warning(SeedCodes.ControlCharacter, number, at + 1, $"the control character U+{(int)character:X4} stands here; it is read as a blank");
        return isReported = true;
    }

    private static char HalfCharacter(int number, int at, SeedProblems problems)
    {
        problems.Warning(SeedCodes.ControlCharacter, number, at + 1, "half a character stands here; it is read as the replacement character");
        return '\uFFFD';
    }
}
