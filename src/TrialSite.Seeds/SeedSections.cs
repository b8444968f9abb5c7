namespace TrialSite.Seeds;

/// <summary>A text cut at its headings: the lines before the first one, and the lines below each.</summary>
internal sealed class SeedSections
{
    private static readonly List<SeedLine> None = [];
    private readonly Dictionary<SeedHeading, List<SeedLine>> below = [];
    private readonly Dictionary<SeedHeading, SeedLine> headingLines = [];

    private SeedSections()
    {
    }

    public List<SeedLine> Preamble { get; } = [];

    /// <summary>The lines below a heading; below both when it stands twice.</summary>
    public List<SeedLine> Below(SeedHeading heading) => below.GetValueOrDefault(heading, None);

    /// <summary>The heading's own line; null when the text leaves the section out.</summary>
    public SeedLine? HeadingLine(SeedHeading heading) => headingLines.GetValueOrDefault(heading);

    public static SeedSections Cut(List<SeedLine> lines, SeedProblems problems)
    {
        var sections = new SeedSections();
        var current = sections.Preamble;
        foreach (var line in lines)
        {
            if (SeedHeadings.TryFind(line.Words, out var heading))
            {
                line.Use = SeedLineUse.Boilerplate;
                current = sections.Begin(heading, line, problems);
                continue;
            }
            if (SeedReserved.IsEscape(line.Words))
                line.Unescape();
            else if (SeedHeadings.Nearest(line.Words) is { } nearest)
                problems.Warning(SeedCodes.AlmostHeading, line,
                    $"{SeedProblems.Quote(line.Words)} is read as text; the heading is \"{nearest}\" (a backslash before the line says that text is meant)");
            current.Add(line);
        }
        return sections;
    }

    private List<SeedLine> Begin(SeedHeading heading, SeedLine line, SeedProblems problems)
    {
        if (headingLines.TryAdd(heading, line))
            return below[heading] = [];
        problems.Error(SeedCodes.SectionTwice, line,
            $"the section \"{SeedHeadings.WordsOf(heading)}\" begins again; the first one is on line {headingLines[heading].Number}");
        below[heading].Add(SeedLine.Blank);
        return below[heading];
    }
}
