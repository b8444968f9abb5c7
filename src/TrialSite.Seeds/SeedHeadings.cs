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

    private static readonly char[] Markup = ['#', '*', '_', ' ', '"', '“', '”'];
    private static readonly char[] Ends = [':', '?', '!', '.', ' ', '*', '_', '-', '–', '—'];

    public static string WordsOf(SeedHeading heading) => Array.Find(Table, entry => entry.Value == heading).Key;

    public static bool TryFind(string words, out SeedHeading heading) => ByWords.TryGetValue(words, out heading);

    /// <summary>The heading that the words were perhaps meant to be: marked up, in other case or words, up to two letters wrong; or null.</summary>
    public static string? Nearest(string words)
    {
        if (words.Length > 60 || SeedText.HasListMark(words) || ByWords.ContainsKey(words))
            return null;
        var core = words.Trim(Markup).TrimEnd(Ends);
        if (core.Length > 40 || core.Any(char.IsDigit)) // "condition 0" is no heading
            return null;
        if (WrongHeadings.Meant(core) is { } meant)
            return meant;
        foreach (var (heading, _) in Table)
        {
            if (EditDistance.IsAtMostTwo(heading, core))
                return heading;
        }
        return null;
    }
}
