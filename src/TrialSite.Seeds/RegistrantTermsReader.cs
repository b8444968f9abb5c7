namespace TrialSite.Seeds;

/// <summary>Reads the registrant's terms, letter for letter, one per line.</summary>
/// <example>
/// As listed by the trial registrant
/// The condition terms exactly as the trial's registrant entered them.
/// Acute-On-Chronic Liver Failure
/// </example>
internal static class RegistrantTermsReader
{
    public static SeedList<string> Read(List<SeedLine> lines, SeedProblems problems)
    {
        var terms = new List<string>();
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            if (!line.IsEscaped && SeedBoilerplate.IsAboutRegistrantTerms(line.Words))
                line.Use = SeedLineUse.Boilerplate;
            else if (Term(line, problems) is { Length: > 0 } term)
                terms.Add(term);
            else
                problems.NotUsed(SeedCodes.MisplacedLine, line, "a list mark without a term");
        }
        return [.. terms];
    }

    private static string Term(SeedLine line, SeedProblems problems)
    {
        var text = line.Text.Trim(' ');
        return SeedField.OneLine(line, text.StartsWith(SeedText.Bullet) ? SeedText.WithoutListMark(text) : text, problems);
    }
}
