namespace TrialSite.Seeds;

/// <summary>The sentences that every page carries: the site writes them itself, so a seed's copy of them says nothing.</summary>
internal static class SeedBoilerplate
{
    public const string ReadNote =
        "Our plain-language read of the trial. This is informational only — not medical advice or a prediction.";

    public const string OriginalStudy = "This is a summary of the original study.";

    public const string DisclaimerBody =
        "Summaries may miss details or leave out important information. "
        + "Before applying or accepting participation, make sure you have read and understood the full study.";

    public const string NoResponsibility =
        " takes no responsibility whatsoever for anything missed, misunderstood, or acted upon as a result of our summary"
        + " — we know it does not capture everything.";

    public const string AgreeToTerms = "By submitting, you agree to our Terms of use";

    public const string ConditionsNote = "The condition(s) this trial relates to.";

    public const string RegistrantNote = "The condition terms exactly as the trial's registrant entered them.";

    public const string RegistrantTermsMissing = "The registrant's own terms are not in our copy.";

    /// <summary>Under "What this could mean", whole or by sentence.</summary>
    public static readonly string[] ReadSentences =
    [
        "Our plain-language read of the trial.",
        "This is informational only — not medical advice or a prediction.",
    ];

    /// <summary>Under "Disclaimer", whole or by sentence; the one with the site's name is <see cref="NoResponsibility"/>.</summary>
    public static readonly string[] DisclaimerSentences =
    [
        OriginalStudy,
        "Summaries may miss details or leave out important information.",
        "Before applying or accepting participation, make sure you have read and understood the full study.",
        "Read the full disclaimer",
        "Read more",
    ];

    private static readonly string[] ClearLocationPrefixes =
    [
        "Places and their status as we saw them on ",
        "On the map: a ",
        "See contact details for NCT",
        "No contacts are listed in our copy",
        "No places are listed in our copy",
    ];

    private static readonly string[] LocationPrefixes = ["This place ", .. ClearLocationPrefixes];

    /// <summary>The sentences that can stand together in one line or spread over several; the one with the site's name aside.</summary>
    public static readonly string[] SpreadSentences = [.. ReadSentences, .. DisclaimerSentences.Where(sentence => sentence != "Read more")];

    public static bool IsAboutConditions(string words) => words is ConditionsNote;

    public static bool IsAboutRegistrantTerms(string words) =>
        WithPlainApostrophe(words) is RegistrantNote || WithPlainApostrophe(words).StartsWith(RegistrantTermsMissing, StringComparison.Ordinal);

    /// <summary>A status sentence, the date of the list, what the map shows, the way to the contact details, an empty list, "China: 2 places".</summary>
    public static bool IsAboutLocations(string words) =>
        Array.Exists(LocationPrefixes, prefix => words.StartsWith(prefix, StringComparison.Ordinal)) || IsCountOfPlaces(words);

    /// <summary>Whether the words are a sentence of any section.</summary>
    public static bool IsAny(string words) => IsLine(words) || IsAboutLocations(words) || KnownSentences.AreAllOf(words);

    /// <summary>Whether the words are a sentence that stands alone on its line and never begins a text of an editor.</summary>
    public static bool IsLine(string words) =>
        IsAboutConditions(words)
        || IsAboutRegistrantTerms(words)
        || UpdatesReader.IsSentence(words)
        || words is AgreeToTerms
        || Array.Exists(ClearLocationPrefixes, prefix => words.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether the section may hold the sentence.</summary>
    public static bool BelongsTo(SeedHeading heading, string words) => heading switch
    {
        SeedHeading.Conditions => IsAboutConditions(words),
        SeedHeading.RegistrantConditions => IsAboutRegistrantTerms(words),
        SeedHeading.StudyContacts or SeedHeading.Locations => IsAboutLocations(words),
        _ => false,
    };

    private static string WithPlainApostrophe(string words) => words.Replace('’', '\'');

    private static bool IsCountOfPlaces(string words)
    {
        var colon = words.LastIndexOf(": ", StringComparison.Ordinal);
        if (colon < 1)
            return false;
        var count = words.AsSpan(colon + 2);
        var digits = count.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && count[digits..] is " place" or " places";
    }
}
