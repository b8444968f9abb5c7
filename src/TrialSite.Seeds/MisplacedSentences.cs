namespace TrialSite.Seeds;

/// <summary>Takes the site's own sentences out of sections that they do not belong to: their heading is missing, and they are nobody's text.</summary>
internal static class MisplacedSentences
{
    /// <summary>The lines, a blank one in place of each that holds nothing but sentences of another section.</summary>
    public static List<SeedLine> Without(List<SeedLine> lines, Func<string, bool> isOwn, SeedProblems problems)
    {
        var kept = new List<SeedLine>(lines.Count);
        for (var at = 0; at < lines.Count;)
        {
            var end = at;
            while (end < lines.Count && IsReadable(lines[end], isOwn))
                end++;
            var paragraph = lines.GetRange(at, end - at);
            var unknown = KnownSentences.UnknownLines(paragraph).ToHashSet();
            kept.AddRange(paragraph.Select(line => unknown.Contains(line) && !SeedBoilerplate.IsLine(line.Words) ? line : NotUsed(line, problems)));
            if (end < lines.Count)
                kept.Add(lines[end++]);
            at = end;
        }
        return kept;
    }

    private static bool IsReadable(SeedLine line, Func<string, bool> isOwn) => !line.IsBlank && !line.IsEscaped && !isOwn(line.Words);

    private static SeedLine NotUsed(SeedLine line, SeedProblems problems)
    {
        problems.NotUsed(SeedCodes.UnexpectedText, line,
            $"{SeedProblems.Quote(line.Words)} is the site's own sentence and not used here; is the heading above it missing? (a backslash before the line says that text is meant)");
        return SeedLine.Blank;
    }
}
