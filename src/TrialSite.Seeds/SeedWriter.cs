namespace TrialSite.Seeds;

/// <summary>Writes a <see cref="SeedDocument"/> as the text that <see cref="SeedParser"/> reads back to an equal document.</summary>
/// <remarks>That holds for every document that the parser gave; one made by hand must keep what <see cref="SeedDocument"/> says of each member.</remarks>
public static class SeedWriter
{
    private const string PhoneMask = "•••-•••-••••";
    private const string EmailMask = "•••••@•••••";

    /// <summary>The text of a seed: LF, a blank line between blocks, no final newline, no byte order mark.</summary>
    /// <param name="document">What the seed says.</param>
    /// <param name="siteName">The name in the disclaimer; the parser reads any.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static string Write(SeedDocument document, string siteName = "Curemydisease.com")
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = new List<string>();
        WriteHeader(document, blocks);
        WriteLongText(SeedHeading.Summary, document.Summary, blocks);
        WriteRead(document.PlainLanguageRead, blocks);
        WriteDisclaimer(siteName, blocks);
        WriteUpdates(document.Conditions, blocks);
        WriteConditions(document, blocks);
        WriteContacts(document, blocks);
        return string.Join("\n\n", blocks);
    }

    private static void WriteHeader(SeedDocument document, List<string> blocks)
    {
        if (document.Title is { } title)
            blocks.Add(SeedReserved.Escape(title));
        if (document.NctId is { } nctId)
            blocks.Add($"NCT ID {nctId}");
        var dates = new[] { Date("First seen", document.FirstSeen), Date("Last updated", document.LastUpdated) };
        if (Array.Exists(dates, date => date is not null))
            blocks.Add(string.Join(" · ", dates.Where(date => date is not null)));
    }

    private static string? Date(string label, DateOnly? day) => day is { } date ? $"{label} {SeedDate.Write(date)}" : null;

    private static void WriteLongText(SeedHeading heading, string? text, List<string> blocks)
    {
        if (text is null)
            return;
        blocks.Add(SeedHeadings.WordsOf(heading));
        var lines = text.Split('\n');
        var titles = LoneTitles.Find([.. lines.Select(SeedText.Collapse)], isFirstAName: heading == SeedHeading.ActiveSubstance).ToHashSet();
        blocks.Add(string.Join('\n', lines.Select((line, at) => titles.Contains(at) || SeedReserved.IsEscapedTitle(SeedText.Collapse(line)) ? Escaped(line) : EscapeLine(line))));
    }

    private static string EscapeLine(string line) => SeedReserved.IsReserved(SeedText.Collapse(line)) ? Escaped(line) : line;

    private static string Escaped(string line)
    {
        var words = line.TrimStart(' ');
        return $"{line.AsSpan(0, line.Length - words.Length)}\\{words}";
    }

    private static void WriteRead(SeedPlainLanguageRead? read, List<string> blocks)
    {
        if (read is null)
            return;
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.WhatThisCouldMean));
        blocks.Add(SeedBoilerplate.ReadNote);
        WriteLongText(SeedHeading.ActiveSubstance, read.ActiveSubstance, blocks);
        WriteLongText(SeedHeading.CouldLeadTo, read.CouldLeadTo, blocks);
        WriteLongText(SeedHeading.CouldGoWrong, read.CouldGoWrong, blocks);
    }

    private static void WriteDisclaimer(string siteName, List<string> blocks)
    {
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.Disclaimer));
        blocks.Add($"{SeedBoilerplate.OriginalStudy} {SeedBoilerplate.DisclaimerBody} {siteName}{SeedBoilerplate.NoResponsibility}");
    }

    private static void WriteUpdates(SeedList<string> conditions, List<string> blocks)
    {
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.GetUpdates));
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.GetNotified));
        blocks.Add(conditions.Count == 0 ? UpdatesReader.SentenceWithoutCondition : UpdatesReader.Sentence(InCapitals(conditions[0])));
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.SafetyRecommendation));
        blocks.Add(SeedBoilerplate.AgreeToTerms);
    }

    /// <summary>Capitals as in the page, unless a letter has none that reads back as the same letter.</summary>
    private static string InCapitals(string condition)
    {
        var capitals = condition.ToUpperInvariant();
        var readsBack = capitals.Equals(condition, StringComparison.OrdinalIgnoreCase) && SeedText.OneLine(capitals) == capitals;
        return readsBack ? capitals : condition;
    }

    private static void WriteConditions(SeedDocument document, List<string> blocks)
    {
        if (document.Conditions.Count > 0)
        {
            blocks.Add(SeedHeadings.WordsOf(SeedHeading.Conditions));
            blocks.Add(SeedBoilerplate.ConditionsNote);
            blocks.Add(string.Join('\n', document.Conditions.Select(SeedReserved.Escape)));
        }
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.RegistrantConditions));
        blocks.Add(SeedBoilerplate.RegistrantNote);
        if (document.RegistrantConditions.Count > 0)
            blocks.Add(string.Join('\n', document.RegistrantConditions.Select(EscapeLine)));
    }

    private static void WriteContacts(SeedDocument document, List<string> blocks)
    {
        blocks.Add(SeedHeadings.WordsOf(SeedHeading.ContactsAndLocations));
        if (document.Contacts.Count > 0)
            blocks.Add(SeedHeadings.WordsOf(SeedHeading.StudyContacts));
        foreach (var contact in document.Contacts)
            blocks.AddRange([$"  • {contact.Role}", $"    {Values(contact)}"]);
        if (document.Locations.Count > 0)
            blocks.Add(SeedHeadings.WordsOf(SeedHeading.Locations));
        foreach (var location in document.Locations)
            WriteLocation(location, blocks);
    }

    private static void WriteLocation(SeedLocation location, List<string> blocks)
    {
        blocks.Add($"  • {location.Name}");
        if (location.Status is { } status)
            blocks.Add($"    {status}");
        if (AddressLine.Write(location) is { Length: > 0 } address)
            blocks.Add($"    {SeedReserved.Escape(address)}");
        foreach (var contact in location.Contacts)
            blocks.Add($"    {contact.Role} {Values(contact)}");
    }

    private static string Values(SeedContact contact) =>
        $"Phone:{(contact.HasPhone ? " " + PhoneMask : "")} Email:{(contact.HasEmail ? " " + EmailMask : "")}";
}
