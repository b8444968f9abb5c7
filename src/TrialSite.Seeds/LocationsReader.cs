namespace TrialSite.Seeds;

/// <summary>Reads the places where the trial runs, with list marks as an editor writes them or without as a page shows them.</summary>
/// <example>
///   • Zhujiang hospital
///     RECRUITING
///     Guangzhou, Guangdong, 510000, China
///     Contact Phone: •••-•••-•••• Email: •••••@•••••
/// </example>
internal sealed class LocationsReader(SeedProblems problems)
{
    private static readonly string[] RoleWords = ["contact", "investigator", "coordinator", "director", "office", "nurse", "chair"];

    private readonly List<LocationDraft> places = [];

    private LocationDraft? Place => places.Count > 0 ? places[^1] : null;

    public SeedList<SeedLocation> Read(List<SeedLine> lines)
    {
        var written = lines.FindAll(line => !line.IsBlank);
        for (var at = 0; at < written.Count; at++)
            ReadLine(written[at], at + 1 < written.Count ? written[at + 1] : SeedLine.Blank);
        return [.. places.Select(place => place.Read())];
    }

    private void ReadLine(SeedLine line, SeedLine next)
    {
        var hasMark = SeedText.HasListMark(line.Words);
        if (hasMark)
            BeginPlace(line, SeedText.WithoutListMark(line.Words), hasMark);
        else if (ContactLine.From(line.Words) is { } labels)
            ReadContact(line, labels);
        else if (!line.IsEscaped && SeedBoilerplate.IsAboutLocations(line.Words))
            line.Use = SeedLineUse.Boilerplate;
        else if (!line.IsEscaped && RecruitmentWord.From(Bare(line)) is { } status)
            ReadStatus(line, status);
        else
            ReadText(line, next);
    }

    private void BeginPlace(SeedLine line, string name, bool hasMark)
    {
        var words = SeedText.WithoutListMark(SeedField.OneLine(line, name, problems));
        if (words.Length == 0)
            problems.NotUsed(SeedCodes.MisplacedLine, line, "a list mark without the name of a place");
        else
            places.Add(new LocationDraft(words, hasMark, new ContactList(problems)));
    }

    private void ReadContact(SeedLine line, ContactLine labels)
    {
        if (Place is null)
        {
            problems.NotUsed(SeedCodes.MisplacedLine, line, "a contact stands before the first place and is not used");
            return;
        }
        Place.Contacts.AddLabels(line, labels);
        Place.HasContact = true;
    }

    private void ReadStatus(SeedLine line, string status)
    {
        if (Place is { Status: null })
            Place.Status = status;
        else
            problems.NotUsed(SeedCodes.MisplacedLine, line,
                Place is null ? "a status stands before the first place and is not used" : "a second status for the same place is not used");
    }

    /// <summary>A line without mark, label or known word: a role, an address, an unknown status or the name of the next place.</summary>
    private void ReadText(SeedLine line, SeedLine next)
    {
        if (Place is not null && IsRole(line, next))
        {
            Place.Contacts.AddRole(line, line.Words);
            Place.HasContact = true;
        }
        else if (!line.IsEscaped && RecruitmentWord.Nearest(Bare(line)) is { } nearest)
            problems.NotUsed(SeedCodes.UnknownStatus, line, $"{SeedProblems.Quote(line.Words)} is no status; expected perhaps {nearest}");
        else if (Place is { Status: null, IsComplete: false } && !line.IsEscaped && IsUnknownStatus(Bare(line)))
            problems.NotUsed(SeedCodes.UnknownStatus, line,
                $"{SeedProblems.Quote(line.Words)} is no status; expected one of {RecruitmentWord.Expected}");
        else if (Place is { IsComplete: false } && (Place.HasMark || Place.Status is not null || line.Words.Contains(',', StringComparison.Ordinal)))
            ReadAddress(line);
        else
            BeginPlaceWithoutMark(line);
    }

    private bool IsRole(SeedLine line, SeedLine next)
    {
        var labelsFollow = !SeedText.HasListMark(next.Words) && ContactLine.From(next.Words) is { Role: "" };
        return labelsFollow && (Place!.IsComplete || Array.Exists(RoleWords, word => line.Words.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The words as an address has them: no comma and no list mark in front.</summary>
    private static string Bare(SeedLine line) => SeedText.WithoutListMark(line.Words.TrimStart(',', ' '));

    private bool IsUnknownStatus(string words) =>
        RecruitmentWord.IsPerhaps(words) && (Place!.HasMark || !words.Trim(' ', ',').Contains(' ', StringComparison.Ordinal));

    private void ReadAddress(SeedLine line)
    {
        // Blanks after commas first: a number glued to a comma is a contact detail as well.
        var words = SeedField.OneLine(line, AddressLine.Spaced(line.Words), problems);
        var address = AddressLine.From(SeedText.WithoutListMark(words));
        if (address is null)
            problems.NotUsed(SeedCodes.MisplacedLine, line, "commas without an address");
        else
            Place!.Address = address;
    }

    private void BeginPlaceWithoutMark(SeedLine line)
    {
        if (Place is { HasMark: true })
            problems.Warning(SeedCodes.PlaceWithoutBullet, line,
                $"{SeedProblems.Quote(line.Words)} is read as the name of another place; begin it with a bullet or remove it");
        BeginPlace(line, line.Words, hasMark: Place is { HasMark: true });
    }
}
