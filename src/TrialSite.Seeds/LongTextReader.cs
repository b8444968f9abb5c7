using System.Text;

namespace TrialSite.Seeds;

/// <summary>Reads a Markdown text of any number of lines.</summary>
internal static class LongTextReader
{
    /// <summary>The lines without the indentation that all of them share, one blank line between paragraphs; null when there is none.</summary>
    public static string? Read(List<SeedLine> lines, bool isFirstAName, SeedProblems problems)
    {
        var written = lines.FindAll(line => !line.IsBlank);
        if (written.Count == 0)
            return null;
        ReportTitles(lines, isFirstAName, problems);
        var indentation = written.Min(IndentationOf);
        var text = new StringBuilder();
        var isNewParagraph = false;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                isNewParagraph = text.Length > 0;
                continue;
            }
            if (text.Length > 0)
                text.Append(isNewParagraph ? "\n\n" : "\n");
            isNewParagraph = false;
            text.Append(SeedField.MarkdownLine(line, line.Text[indentation..], problems));
        }
        var field = text.ToString();
        SeedField.ReportTooLong(written[0], field, problems);
        return field;
    }

    private static void ReportTitles(List<SeedLine> lines, bool isFirstAName, SeedProblems problems)
    {
        foreach (var at in LoneTitles.Find([.. lines.Select(line => line.Words)], isFirstAName))
        {
            if (!lines[at].IsEscaped && !lines[at].IsAlmostHeading)
                problems.Warning(SeedCodes.PerhapsHeading, lines[at],
                    $"{SeedProblems.Quote(lines[at].Words)} looks like a heading and is read as text; put a backslash before it if it is text");
        }
    }

    private static int IndentationOf(SeedLine line) => line.Text.Length - line.Text.TrimStart(' ').Length;
}
