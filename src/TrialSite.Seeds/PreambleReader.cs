namespace TrialSite.Seeds;

/// <summary>Reads what stands before the first heading: the title, the NCT ID and the two dates.</summary>
/// <example>
/// Stem cell blood filter tested for liver failure
/// NCT ID NCT06904755
/// First seen Jun 27, 2026 · Last updated Jun 27, 2026
/// </example>
internal sealed class PreambleReader(SeedProblems problems)
{
    private const string NctIdLabel = "NCT ID";
    private const string FirstSeenLabel = "First seen";
    private const string LastUpdatedLabel = "Last updated";
    private static readonly string[] Labels = [NctIdLabel, FirstSeenLabel, LastUpdatedLabel];
    private static readonly char[] Separators = [' ', '·', '|', '-', '–', '—', ':', ',', SeedText.Bullet];

    private string? title;
    private SeedLine? nctIdLine;
    private string? nctId;
    private (SeedLine Line, DateOnly? Day)? firstSeen;
    private (SeedLine Line, DateOnly? Day)? lastUpdated;
    private (SeedLine Line, string Label)? waiting;

    /// <summary>Whether the words are no title, but one of the lines below it.</summary>
    public static bool IsLabelled(string words) =>
        IsNctId(words) || Array.Exists(Labels, label => StartsWithLabel(words, 0, label)) || IsSeparator(words);

    public SeedDocument Read(List<SeedLine> lines)
    {
        foreach (var line in lines.Where(line => !line.IsBlank))
            ReadLine(line);
        ReportEmptyLabel();
        ReportWhatIsMissing(lines);
        return new SeedDocument { Title = title, NctId = nctId, FirstSeen = firstSeen?.Day, LastUpdated = lastUpdated?.Day };
    }

    private void ReadLine(SeedLine line)
    {
        if (!line.IsEscaped && IsLabelled(line.Words))
            ReadLabelled(line);
        else if (waiting is { } open)
            ReadValue(line, open.Label, line.Words);
        else if (title is null)
            title = SeedField.OneLine(line, line.Words, problems);
        else
            ReportUnexpected(line);
    }

    private void ReportUnexpected(SeedLine line)
    {
        line.Use = SeedLineUse.Problem;
        if (!line.IsAlmostHeading) // already told
            problems.Error(SeedCodes.UnexpectedHeaderLine, line, $"{SeedProblems.Quote(line.Words)} stands below no heading; expected one above it, for example \"Summary\"");
    }

    /// <summary>A line of labels, each with its value or with the value on the next line.</summary>
    private void ReadLabelled(SeedLine line)
    {
        if (IsNctId(line.Words))
        {
            ReadValue(line, NctIdLabel, line.Words);
            return;
        }
        ReportEmptyLabel();
        line.Use = SeedLineUse.Boilerplate; // until a value is found
        for (var (at, labels) = (0, 0); at < line.Words.Length; labels++)
        {
            if (labels == 2 * Labels.Length)
            {
                line.Use = SeedLineUse.Problem;
                problems.Error(SeedCodes.UnexpectedHeaderLine, line, "more labels than a line can have");
                return;
            }
            var label = Array.Find(Labels, label => StartsWithLabel(line.Words, at, label));
            if (label is null)
                break; // only separators
            var next = NextLabel(line.Words, at + label.Length);
            var value = line.Words[(at + label.Length)..next].Trim(Separators);
            ReportEmptyLabel();
            if (value.Length == 0)
                waiting = (line, label);
            else
                ReadValue(line, label, value);
            at = next;
        }
    }

    private void ReadValue(SeedLine line, string label, string value)
    {
        waiting = null;
        if (line.Use == SeedLineUse.Boilerplate)
            line.Use = SeedLineUse.Field;
        if (label == NctIdLabel)
            ReadNctId(line, value);
        else if (label == FirstSeenLabel)
            ReadDate(line, label, value, ref firstSeen);
        else
            ReadDate(line, label, value, ref lastUpdated);
    }

    private void ReadNctId(SeedLine line, string value)
    {
        if (nctIdLine is not null)
        {
            line.Use = SeedLineUse.Problem;
            problems.Error(SeedCodes.SecondNctId, line, $"a second NCT ID, {SeedProblems.Quote(value)}; the first is on line {nctIdLine.Number}, and a seed is about one trial");
            return;
        }
        nctIdLine = line;
        if (IsNctId(value))
        {
            nctId = value.ToUpperInvariant();
            return;
        }
        line.Use = SeedLineUse.Problem;
        var ids = value.Split(Separators).Count(IsNctId);
        if (ids > 1)
            problems.Error(SeedCodes.SecondNctId, line, $"{ids} NCT IDs in one line, {SeedProblems.Quote(value)}; a seed is about one trial");
        else
            problems.Error(SeedCodes.InvalidNctId, line, $"{SeedProblems.Quote(value)} is no NCT ID; expected \"NCT\" and 8 digits");
    }

    private void ReadDate(SeedLine line, string label, string value, ref (SeedLine Line, DateOnly? Day)? date)
    {
        var isReadable = SeedDate.TryParse(value, out var day);
        if (date is { } earlier)
            problems.NotUsed(SeedCodes.SecondDate, line, $"\"{label}\" is given again and not used; the first is on line {earlier.Line.Number}");
        else
            date = (line, isReadable ? day : null);
        if (isReadable)
            return;
        line.Use = SeedLineUse.Problem;
        problems.Error(SeedCodes.UnreadableDate, line, $"{SeedProblems.Quote(value)} after \"{label}\" is no date; expected {SeedDate.Expected}");
    }

    private void ReportEmptyLabel()
    {
        if (waiting is not { } open)
            return;
        waiting = null;
        ReadValue(open.Line, open.Label, "");
    }

    private void ReportWhatIsMissing(List<SeedLine> lines)
    {
        var first = lines.Find(line => !line.IsBlank) ?? SeedLine.Blank;
        var (number, column) = (Math.Max(first.Number, 1), first.Column);
        if (title is null)
            problems.Error(SeedCodes.NoTitle, number, column, "no title; expected it in the first line");
        if (nctIdLine is null)
            problems.Error(SeedCodes.NoNctId, number, column, "no NCT ID before the first heading; expected a line like \"NCT ID NCT06904755\"");
        if (firstSeen?.Day > lastUpdated?.Day)
            problems.Warning(SeedCodes.UpdatedBeforeSeen, lastUpdated!.Value.Line, "\"Last updated\" lies before \"First seen\"");
    }

    private static int NextLabel(string words, int from)
    {
        var at = from;
        while (at < words.Length && !Array.Exists(Labels, label => StartsWithLabel(words, at, label)))
            at++;
        return at;
    }

    private static bool StartsWithLabel(string words, int at, string label) =>
        string.CompareOrdinal(words, at, label, 0, label.Length) == 0
        && (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
        && (at + label.Length == words.Length || words[at + label.Length] is ' ' or ':');

    private static bool IsSeparator(string words) => words.Trim(Separators).Length == 0;

    private static bool IsNctId(string text) =>
        text.Length == 11
        && text.StartsWith("NCT", StringComparison.OrdinalIgnoreCase)
        && !text.AsSpan(3).ContainsAnyExceptInRange('0', '9');
}
