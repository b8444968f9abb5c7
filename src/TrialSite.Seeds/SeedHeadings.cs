namespace TrialSite.Seeds;

/// <summary>The blocks of a seed that have a heading, in the order of the page.</summary>
internal enum SeedHeading
{
    Summary,
    WhatThisCouldMean,
    ActiveSubstance,
    CouldLeadTo,
    CouldGoWrong,
    Disclaimer,
    GetUpdates,
    GetNotified,
    SafetyRecommendation,
    Conditions,
    RegistrantConditions,
    ContactsAndLocations,
    StudyContacts,
    Locations,
}

/// <summary>The one table of headings: a line is a heading when it equals one of them, letter for letter.</summary>
internal static class SeedHeadings
{
    private static readonly KeyValuePair<string, SeedHeading>[] Table =
    [
        new("Summary", SeedHeading.Summary),
        new("What this could mean", SeedHeading.WhatThisCouldMean),
        new("Active substance", SeedHeading.ActiveSubstance),
        new("What this could lead to", SeedHeading.CouldLeadTo),
        new("What could go wrong", SeedHeading.CouldGoWrong),
        new("Disclaimer Read more", SeedHeading.Disclaimer),
        new("Disclaimer", SeedHeading.Disclaimer),
        new("Important: Disclaimer", SeedHeading.Disclaimer),
        new("Get updates", SeedHeading.GetUpdates),
        new("Get notified about this study", SeedHeading.GetNotified),
        new("Our safety recommendation!", SeedHeading.SafetyRecommendation),
        new("Conditions", SeedHeading.Conditions),
        new("As listed by the trial registrant", SeedHeading.RegistrantConditions),
        new("Contacts and locations", SeedHeading.ContactsAndLocations),
        new("Study contacts", SeedHeading.StudyContacts),
        new("Locations", SeedHeading.Locations),
    ];

    private static readonly Dictionary<string, SeedHeading> ByWords = new(Table, StringComparer.Ordinal);

    public static string WordsOf(SeedHeading heading) => Array.Find(Table, entry => entry.Value == heading).Key;

    public static bool TryFind(string words, out SeedHeading heading) => ByWords.TryGetValue(words, out heading);

    /// <summary>The heading that the words were perhaps meant to be: other case, a colon behind, up to two letters wrong; or null.</summary>
    public static string? Nearest(string words)
    {
        if (words.Length > 40 || SeedText.HasListMark(words) || ByWords.ContainsKey(words))
            return null;
        foreach (var (heading, _) in Table)
        {
            if (Math.Abs(heading.Length - words.Length) <= 2 && AreWithinTwoEdits(heading, words))
                return heading;
        }
        return null;
    }

    /// <summary>Levenshtein distance of at most 2, regardless of case, computed only along the diagonal.</summary>
    private static bool AreWithinTwoEdits(string heading, string words)
    {
        Span<int> above = stackalloc int[words.Length + 1];
        Span<int> row = stackalloc int[words.Length + 1];
        for (var column = 0; column <= words.Length; column++)
            above[column] = column;
        for (var line = 1; line <= heading.Length; line++)
        {
            row.Fill(3);
            if (line <= 2)
                row[0] = line;
            for (var column = Math.Max(1, line - 2); column <= Math.Min(words.Length, line + 2); column++)
            {
                var isSame = char.ToLowerInvariant(heading[line - 1]) == char.ToLowerInvariant(words[column - 1]);
                row[column] = Math.Min(above[column - 1] + (isSame ? 0 : 1), 1 + Math.Min(above[column], row[column - 1]));
            }
            row.CopyTo(above);
        }
        return above[words.Length] <= 2;
    }
}
