using System.Buffers;
using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Registry;

/// <summary>Makes plain text of the registry's: no escape, entity or tag, plain blanks, contact details hidden.</summary>
public static class RegistryText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => character is not (' ' or '\n') && (IsBlank(character) || IsNothing(character)))]);

    /// <summary>A name, a title: one line, one blank between words; null when nothing is left.</summary>
    public static string? Line(string? text) => text is null ? null : Masked(Collapsed(WithoutMarkup(text)));

    /// <summary>A long text: its lines with their indentation, at most one empty line between; null when nothing is left.</summary>
    public static string? Lines(string? text) => text is null ? null : Masked(Lined(WithoutMarkup(text)));

    private static string? Masked(string text) => text.Length == 0 ? null : ContactDetails.Mask(text);

    private static string WithoutMarkup(string text)
    {
        if (text.Contains('\\', StringComparison.Ordinal))
            text = WithoutEscapes(text);
        if (text.Contains('&', StringComparison.Ordinal))
            text = RegistryEntities.Decode(text);
        return text.Contains('<', StringComparison.Ordinal) ? RegistryTags.Remove(WithoutNothing(text)) : text;
    }

    /// <summary>What nobody sees hides no tag.</summary>
    private static string WithoutNothing(string text) => text.AsSpan().ContainsAny(Odd) ? string.Concat(text.Where(character => !IsNothing(character))) : text;

    /// <summary>The registry escapes what Markdown would take for a mark: <c>\&gt;= 18</c>, <c>10\^9</c>, <c>1\.</c></summary>
    private static string WithoutEscapes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]), text[at + 1]) is (false, > ' ' and < '\u007F'))
                at++;
            plain.Append(text[at]);
        }
        return plain.ToString();
    }

    private static string Collapsed(string text)
    {
        if (IsPlain(text))
            return text.Trim(' ');
        var line = new StringBuilder(text.Length);
        AppendWords(line, text);
        return line.ToString();
    }

    private static string Lined(string text)
    {
        var lines = new StringBuilder(text.Length);
        var isAfterEmpty = false;
        text = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        foreach (var range in text.AsSpan().SplitAny(['\n', '\u2028', '\u2029']))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (IsEmpty(line))
            {
                isAfterEmpty = true;
                continue;
            }
            if (lines.Length > 0)
                lines.Append(isAfterEmpty ? "\n\n" : "\n").Append(' ', IndentationOf(line));
            isAfterEmpty = false;
            AppendWords(lines, line);
        }
        return lines.ToString();
    }

    /// <summary>Nothing but single blanks between words, as most lines are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny(Odd) && !text.Contains('\n') && !text.Contains("  ", StringComparison.Ordinal);

    private static bool IsEmpty(ReadOnlySpan<char> line)
    {
        foreach (var character in line)
        {
            if (!IsBlank(character) && !IsNothing(character))
                return false;
        }
        return true;
    }

    private static int IndentationOf(ReadOnlySpan<char> line)
    {
        var (at, width) = (0, 0);
        for (; at < line.Length && (IsBlank(line[at]) || IsNothing(line[at])); at++)
            width += line[at] == '\t' ? 4 : IsNothing(line[at]) ? 0 : 1;
        return width;
    }

    private static void AppendWords(StringBuilder words, ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        if (IsPlain(text))
        {
            words.Append(text);
            return;
        }
        var start = words.Length;
        var isAfterBlank = false;
        foreach (var character in text)
        {
            if (IsNothing(character))
                continue;
            if (IsBlank(character))
            {
                isAfterBlank = true;
                continue;
            }
            if (isAfterBlank && words.Length > start)
                words.Append(' ');
            isAfterBlank = false;
            words.Append(character);
        }
    }

    internal static bool IsBlank(char character) => char.IsControl(character) || SeedText.IsBlank(character);

    private static bool IsNothing(char character) => SeedText.IsInvisible(character) || SeedText.IsDirectionOverride(character);
}
