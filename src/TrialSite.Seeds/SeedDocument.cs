namespace TrialSite.Seeds;

/// <summary>What one seed says: the text of one trial page, with every contact detail already masked.</summary>
/// <remarks>
/// Source: <c>docs/seed-format.md</c>. A document never throws and may be incomplete: what the text does not say is null or an
/// empty list, and <see cref="SeedParseResult.Problems"/> tells what is missing. Two documents are equal when all they say is equal,
/// lists in order.
/// </remarks>
public sealed record SeedDocument
{
    /// <summary>"NCT" and 8 ASCII digits, upper case; null when the text has no valid one.</summary>
    public string? NctId { get; init; }

    /// <summary>The plain title, one line.</summary>
    public string? Title { get; init; }

    /// <summary>The day on which this site first saw the trial, as the text states it.</summary>
    public DateOnly? FirstSeen { get; init; }

    /// <summary>The day on which the visible content last changed, as the text states it.</summary>
    public DateOnly? LastUpdated { get; init; }

    /// <summary>Markdown, at most 8 KB, lines joined by <c>\n</c>, paragraphs by one blank line.</summary>
    public string? Summary { get; init; }

    /// <summary>The plain-language read; null when the text has none of its three parts.</summary>
    public SeedPlainLanguageRead? PlainLanguageRead { get; init; }

    /// <summary>Condition names in the text's order, the primary one first; never blank.</summary>
    public SeedList<string> Conditions { get; init; } = [];

    /// <summary>The registrant's own terms, letter for letter, in the text's order.</summary>
    public SeedList<string> RegistrantConditions { get; init; } = [];

    /// <summary>The contacts of the whole trial.</summary>
    public SeedList<SeedContact> Contacts { get; init; } = [];

    /// <summary>The places where the trial runs.</summary>
    public SeedList<SeedLocation> Locations { get; init; } = [];
}

/// <summary>The plain-language read: Markdown, at most 8 KB a part; a part that the text leaves out is null.</summary>
/// <param name="ActiveSubstance">What is being tested, as typed.</param>
/// <param name="CouldLeadTo">The hoped-for benefit; never shown without <paramref name="CouldGoWrong"/>.</param>
/// <param name="CouldGoWrong">The risks and limits.</param>
public sealed record SeedPlainLanguageRead(string? ActiveSubstance, string? CouldLeadTo, string? CouldGoWrong);

/// <summary>A role that can be reached; the values themselves never leave the parser.</summary>
/// <param name="Role">For example "Contact", one line, never blank.</param>
/// <param name="HasPhone">True when the text has a phone number, masked or not.</param>
/// <param name="HasEmail">True when the text has an email address, masked or not.</param>
public sealed record SeedContact(string Role, bool HasPhone, bool HasEmail);

/// <summary>A place where the trial runs.</summary>
public sealed record SeedLocation
{
    /// <summary>The place's name as typed, one line, never blank.</summary>
    public required string Name { get; init; }

    /// <summary>The registry's status word, for example <c>RECRUITING</c> or <c>ACTIVE_NOT_RECRUITING</c>; null when not stated.</summary>
    public string? Status { get; init; }

    /// <summary>City; may contain commas and may equal <see cref="State"/>.</summary>
    public string? City { get; init; }

    /// <summary>State, province or region.</summary>
    public string? State { get; init; }

    /// <summary>Postal code, text.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country as typed.</summary>
    public string? Country { get; init; }

    /// <summary>The contacts of this place.</summary>
    public SeedList<SeedContact> Contacts { get; init; } = [];
}
