namespace TrialSite.Seeds;

/// <summary>Every problem code with its title; <c>docs/seed-format.md</c> tells cause and mend of each, and a test keeps the two together.</summary>
public static class SeedCodes
{
    internal const string TooLarge = "TS001";
    internal const string NotUtf8 = "TS002";
    internal const string NulCharacter = "TS003";
    internal const string ControlCharacter = "TS004";
    internal const string TooManyLines = "TS005";
    internal const string NoTitle = "TS010";
    internal const string NoNctId = "TS011";
    internal const string InvalidNctId = "TS012";
    internal const string SecondNctId = "TS013";
    internal const string UnreadableDate = "TS014";
    internal const string UpdatedBeforeSeen = "TS015";
    internal const string UnexpectedHeaderLine = "TS016";
    internal const string SecondDate = "TS017";
    internal const string SectionTwice = "TS020";
    internal const string AlmostHeading = "TS021";
    internal const string BenefitWithoutRisk = "TS022";
    internal const string TextTooLong = "TS023";
    internal const string UnexpectedText = "TS024";
    internal const string DisclaimerIsOurs = "TS025";
    internal const string SignUpFormIsOurs = "TS026";
    internal const string PerhapsHeading = "TS027";
    internal const string PerhapsSeveralConditions = "TS030";
    internal const string ConditionTwice = "TS031";
    internal const string PrimaryIsNotFirst = "TS032";
    internal const string OnlyPrimaryCondition = "TS033";
    internal const string UnknownStatus = "TS040";
    internal const string ContactWithoutRole = "TS041";
    internal const string MisplacedLine = "TS042";
    internal const string PlaceWithoutBullet = "TS043";
    internal const string ContactDetailMasked = "TS050";

    /// <summary>Code and title ("no NCT ID") in the order of the codes.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(TooLarge, "file too large"),
        new(NotUtf8, "not UTF-8"),
        new(NulCharacter, "NUL character"),
        new(ControlCharacter, "control character"),
        new(TooManyLines, "too many lines"),
        new(NoTitle, "no title"),
        new(NoNctId, "no NCT ID"),
        new(InvalidNctId, "NCT ID not valid"),
        new(SecondNctId, "second NCT ID"),
        new(UnreadableDate, "date not readable"),
        new(UpdatedBeforeSeen, "last updated before first seen"),
        new(UnexpectedHeaderLine, "line not expected before the first heading"),
        new(SecondDate, "date given twice"),
        new(SectionTwice, "section twice"),
        new(AlmostHeading, "almost a heading"),
        new(BenefitWithoutRisk, "benefit without risk"),
        new(TextTooLong, "text too long"),
        new(UnexpectedText, "text where none belongs"),
        new(DisclaimerIsOurs, "the disclaimer is the site's own"),
        new(SignUpFormIsOurs, "the sign-up form is the site's own"),
        new(PerhapsHeading, "perhaps a heading"),
        new(PerhapsSeveralConditions, "perhaps several conditions"),
        new(ConditionTwice, "condition twice"),
        new(PrimaryIsNotFirst, "primary condition is not the first"),
        new(OnlyPrimaryCondition, "condition only in the sign-up sentence"),
        new(UnknownStatus, "status not known"),
        new(ContactWithoutRole, "contact without a role"),
        new(MisplacedLine, "line out of place"),
        new(PlaceWithoutBullet, "place without a bullet"),
        new(ContactDetailMasked, "contact detail hidden"),
    ];
}
