namespace TrialSite.Seeds;

/// <summary>One reading of one text, section by section.</summary>
internal sealed class SeedReading(SeedProblems problems, IReadOnlyCollection<string> knownConditions)
{
    public SeedParseResult Read(string text)
    {
        var lines = SeedLines.Split(text, problems);
        var sections = SeedSections.Cut(lines, problems);
        var primary = new UpdatesReader(problems).Read(sections);
        var document = new PreambleReader(problems).Read(sections.Preamble) with
        {
            Summary = LongText(sections, SeedHeading.Summary),
            PlainLanguageRead = PlainLanguageRead(sections),
            Conditions = new ConditionsReader(problems, knownConditions).Read(Below(sections, SeedHeading.Conditions), primary),
            RegistrantConditions = RegistrantTermsReader.Read(Below(sections, SeedHeading.RegistrantConditions), problems),
            Contacts = new ContactsReader(problems).Read(Below(sections, SeedHeading.StudyContacts)),
            Locations = new LocationsReader(problems).Read(Below(sections, SeedHeading.Locations)),
        };
        ReadDisclaimer(sections);
        ReadContactsIntroduction(sections);
        return new SeedParseResult(document, problems.InTextOrder(), [.. lines.Select(line => line.Use)]);
    }

    private SeedPlainLanguageRead? PlainLanguageRead(SeedSections sections)
    {
        KnownSentences.Read(sections.Below(SeedHeading.WhatThisCouldMean), SeedBoilerplate.ReadSentences, hasSiteSentence: false, line =>
            problems.Warning(SeedCodes.UnexpectedText, line,
                $"{SeedProblems.Quote(line.Words)} is not used; the texts of this part stand below their own headings"));
        var read = new SeedPlainLanguageRead(
            LongText(sections, SeedHeading.ActiveSubstance),
            LongText(sections, SeedHeading.CouldLeadTo),
            LongText(sections, SeedHeading.CouldGoWrong));
        if (read is { CouldLeadTo: not null, CouldGoWrong: var risk } && (risk is null || !RiskWords.AreIn(risk)))
            problems.Error(SeedCodes.BenefitWithoutRisk, sections.HeadingLine(SeedHeading.CouldLeadTo)!,
                "\"What this could lead to\" stands without words under \"What could go wrong\"; a benefit is never shown without its risk");
        return read is { ActiveSubstance: null, CouldLeadTo: null, CouldGoWrong: null } ? null : read;
    }

    private string? LongText(SeedSections sections, SeedHeading heading) =>
        LongTextReader.Read(Below(sections, heading), isFirstAName: heading == SeedHeading.ActiveSubstance, problems);

    /// <summary>The lines below a heading without the sentences of other sections.</summary>
    private List<SeedLine> Below(SeedSections sections, SeedHeading heading) =>
        MisplacedSentences.Without(sections.Below(heading), words => SeedBoilerplate.BelongsTo(heading, words), problems);

    private void ReadDisclaimer(SeedSections sections) =>
        KnownSentences.Read(sections.Below(SeedHeading.Disclaimer), SeedBoilerplate.DisclaimerSentences, hasSiteSentence: true, line =>
            problems.Warning(SeedCodes.DisclaimerIsOurs, line,
                $"{SeedProblems.Quote(line.Words)} is not used; the disclaimer is the site's own text"));

    private void ReadContactsIntroduction(SeedSections sections)
    {
        foreach (var line in sections.Below(SeedHeading.ContactsAndLocations).Where(line => !line.IsBlank))
        {
            if (!line.IsEscaped && SeedBoilerplate.IsAboutLocations(line.Words))
                line.Use = SeedLineUse.Boilerplate;
            else
                problems.NotUsed(SeedCodes.UnexpectedText, line,
                    $"{SeedProblems.Quote(line.Words)} is not used; expected \"Study contacts\" or \"Locations\" first");
        }
    }
}
