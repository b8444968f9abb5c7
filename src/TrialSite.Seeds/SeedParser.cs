using System.Text;

namespace TrialSite.Seeds;

/// <summary>Reads a seed's text into a <see cref="SeedDocument"/>.</summary>
/// <remarks>
/// Never throws on content, and takes time in proportion to the length of the text. Kinds of line ends and blanks, blanks at the end of
/// a line, repeated blank lines, a byte order mark and a missing final newline change nothing in the document. Source: <c>docs/seed-format.md</c>.
/// </remarks>
public static class SeedParser
{
    /// <summary>The largest seed that is read, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The most lines that are read.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Parses strict UTF-8 bytes; never throws on content.</summary>
    /// <param name="utf8">The bytes of the file. A byte that is not UTF-8 is an error, and nothing is read.</param>
    /// <param name="knownConditions">Names of conditions that help to cut a line of names that run together; case does not matter.</param>
    /// <returns>The document and the problems; an empty document and no lines when the text is too long, not UTF-8 or holds a NUL character.</returns>
    public static SeedParseResult Parse(ReadOnlySpan<byte> utf8, IReadOnlyCollection<string>? knownConditions = null)
    {
        var problems = new SeedProblems();
        var text = SeedEncoding.Decode(utf8, problems);
        return text is null ? Nothing(problems) : Read(text, knownConditions, problems);
    }

    /// <summary>Parses a text; never throws on content.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="knownConditions">Names of conditions that help to cut a line of names that run together; case does not matter.</param>
    /// <returns>The document and the problems; an empty document and no lines when the text is too long or holds a NUL character.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static SeedParseResult Parse(string text, IReadOnlyCollection<string>? knownConditions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new SeedProblems();
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes <= MaxBytes)
            return Read(text, knownConditions, problems);
        problems.Error(SeedCodes.TooLarge, 1, 1, SeedEncoding.TooLarge(bytes));
        return Nothing(problems);
    }

    private static SeedParseResult Read(string text, IReadOnlyCollection<string>? knownConditions, SeedProblems problems)
    {
        var lines = SeedLines.Count(text);
        if (lines > MaxLines)
            return TooManyLines(lines, problems);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0 ? new SeedReading(problems, knownConditions ?? []).Read(text) : HoldsNul(text[..nul], problems);
    }

    private static SeedParseResult HoldsNul(string before, SeedProblems problems)
    {
        var column = before.Length - before.LastIndexOfAny(['\r', '\n']) - (before.StartsWith('\uFEFF') && before.AsSpan().IndexOfAny('\r', '\n') < 0 ? 1 : 0);
        problems.Error(SeedCodes.NulCharacter, SeedLines.Count(before + " "), column, "a NUL character stands here; a seed is plain text, nothing was read");
        return Nothing(problems);
    }

    private static SeedParseResult TooManyLines(int lines, SeedProblems problems)
    {
        problems.Error(SeedCodes.TooManyLines, MaxLines + 1, 1, $"the text has {lines} lines; at most {MaxLines} are read, nothing was read");
        return Nothing(problems);
    }

    private static SeedParseResult Nothing(SeedProblems problems) => new(new SeedDocument(), problems.InTextOrder(), []);
}
