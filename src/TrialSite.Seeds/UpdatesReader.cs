namespace TrialSite.Seeds;

/// <summary>Reads the sign-up part, of which only the name of the primary condition is the editor's.</summary>
/// <example>
/// Get notified about this study
/// Sign up to get updates when this study changes or when new studies for ACUTE LIVER FAILURE are added.
/// </example>
internal sealed class UpdatesReader(SeedProblems problems)
{
    public const string SentenceWithoutCondition = "Sign up to get updates when this study changes.";
    private const string SentenceStart = "Sign up to get updates when this study changes or when new studies for ";
    private const string SentenceEnd = " are added.";

    private static readonly SeedHeading[] Headings =
        [SeedHeading.GetUpdates, SeedHeading.GetNotified, SeedHeading.SafetyRecommendation];

    public static string Sentence(string condition) => SentenceStart + condition + SentenceEnd;

    /// <summary>Whether the words are the sign-up sentence, with or without a name.</summary>
    public static bool IsSentence(string words) =>
        words is SentenceWithoutCondition
        || (words.StartsWith(SentenceStart, StringComparison.Ordinal) && words.EndsWith(SentenceEnd, StringComparison.Ordinal));

    /// <summary>The name of the primary condition and its line; null when no sentence names one.</summary>
    public PrimaryCondition? Read(SeedSections sections)
    {
        PrimaryCondition? primary = null;
        foreach (var line in Headings.SelectMany(sections.Below).Where(line => !line.IsBlank))
        {
            if (!line.IsEscaped && line.Words is SentenceWithoutCondition or SeedBoilerplate.AgreeToTerms)
                line.Use = SeedLineUse.Boilerplate;
            else if (!line.IsEscaped && primary is null && ConditionIn(line, problems) is { } name)
                primary = new PrimaryCondition(name, line);
            else
                problems.NotUsed(SeedCodes.SignUpFormIsOurs, line, "the sign-up form is the site's own; this text is not used");
        }
        return primary;
    }

    private static string? ConditionIn(SeedLine line, SeedProblems problems)
    {
        var words = line.Words;
        if (!words.StartsWith(SentenceStart, StringComparison.Ordinal) || !words.EndsWith(SentenceEnd, StringComparison.Ordinal)
            || words.Length <= SentenceStart.Length + SentenceEnd.Length)
            return null;
        var name = ConditionName.Clean(SeedField.OneLine(line, words[SentenceStart.Length..^SentenceEnd.Length].Replace(';', ','), problems)); // a semicolon ends a name
        return name.Length == 0 ? null : name;
    }
}
