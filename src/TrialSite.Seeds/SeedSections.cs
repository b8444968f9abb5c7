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
        var isInLongText = false;
        foreach (var line in lines)
        {
            if (SeedHeadings.TryFind(line.Words, out var heading))
            {
                line.Use = SeedLineUse.Boilerplate;
                current = sections.Begin(heading, line, problems);
                isInLongText = heading is SeedHeading.Summary or SeedHeading.ActiveSubstance or SeedHeading.CouldLeadTo or SeedHeading.CouldGoWrong;
                continue;
            }
            if (SeedReserved.IsEscape(line.Words) || (isInLongText && SeedReserved.IsEscapedTitle(line.Words)))
                line.Unescape();
            else if (SeedHeadings.Nearest(line.Words) is { } nearest)
                ReportAlmostHeading(line, nearest, problems);
            current.Add(line);
        }
        return sections;
    }

    private static void ReportAlmostHeading(SeedLine line, string nearest, SeedProblems problems)
    {
        line.IsAlmostHeading = true;
        problems.Error(SeedCodes.AlmostHeading, line,
            $"{SeedProblems.Quote(line.Words)} is no heading; expected \"{nearest}\", or a backslash before the line if it is text");
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
