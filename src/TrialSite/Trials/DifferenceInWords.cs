namespace TrialSite.Trials;

/// <summary>A difference as people are told of it, on the history page, in mails and in the editor's report.</summary>
/// <remarks>
/// The only way from a stored difference to words, so that one rule holds everywhere: words on what a trial could lead to
/// come with <see cref="Risk"/>, to be shown beside them, or do not come at all.
/// </remarks>
/// <param name="Field">The part of the trial.</param>
/// <param name="Sentence">What happened, as a sentence of its own.</param>
/// <param name="Subject">The place that it happened to, or the cities of several.</param>
/// <param name="Words">What was there before and after; empty when the sentence says all.</param>
/// <param name="Risk">What could go wrong; null unless the words are on what the trial could lead to.</param>
public sealed record DifferenceInWords(TrialField Field, string Sentence, string? Subject, IReadOnlyList<MarkedWords> Words, string? Risk)
{
    public bool IsOfRead => Field is TrialField.ActiveSubstance or TrialField.CouldLeadTo or TrialField.CouldGoWrong;

    public static DifferenceInWords Of(FieldDifference difference)
    {
        var sentence = ChangeSentence.Of(difference);
        return new(difference.Field, sentence, PlaceOf(difference), WordsOf(difference, sentence), difference.Field == TrialField.CouldLeadTo ? difference.Risk : null);
    }

    private static string? PlaceOf(FieldDifference difference) => difference switch
    {
        { Places: not null } => difference.Subject?.Replace("\n", "; ", StringComparison.Ordinal),
        { Field: TrialField.LocationStatus or TrialField.LocationAddress or TrialField.LocationContact } => difference.Subject,
        _ => null,
    };

    private static IReadOnlyList<MarkedWords> WordsOf(FieldDifference difference, string sentence) => difference switch
    {
        { Field: TrialField.Listing or TrialField.Editorial or TrialField.Registry } => [],
        { Field: TrialField.CouldLeadTo, Risk: null } => [],
        { Field: TrialField.Condition } when sentence.Contains(difference.After ?? difference.Before ?? "", StringComparison.Ordinal) => [],
        { Places: not null, Field: not (TrialField.Location or TrialField.LocationStatus) } => [],
        { Before: FieldDifference.Several } or { After: FieldDifference.Several } => [],
        { After: not null } when IsSaidInFull(difference.Field) => [],
        _ when IsOneValue(difference.Field) => Replaced(InWords(difference.Field, difference.Before), InWords(difference.Field, difference.After)),
        _ => WordDifference.InContext(difference.Before, difference.After),
    };

    /// <summary>A value gives way to another as a whole; of a text, words do.</summary>
    private static bool IsOneValue(TrialField field) => field is
        TrialField.LocationStatus or TrialField.RegistryStatus or TrialField.RegistryLastKnownStatus or TrialField.RegistryResults
        or TrialField.RegistryMinimumAge or TrialField.RegistryMaximumAge or TrialField.RegistrySex or TrialField.RegistryHealthyVolunteers
        or TrialField.RegistryType or TrialField.RegistryPhase or TrialField.RegistryEnrolment
        or TrialField.RegistryStart or TrialField.RegistryMainCompletion or TrialField.RegistryCompletion;

    private static bool IsSaidInFull(TrialField field) => field is
        TrialField.RegistryResults or TrialField.RegistryMinimumAge or TrialField.RegistryMaximumAge or TrialField.RegistryHealthyVolunteers or TrialField.RegistryEnrolment;

    private static IReadOnlyList<MarkedWords> Replaced(string? before, string? after) =>
    [
        .. before is null ? (MarkedWords[])[] : [new(WordMark.Removed, before)],
        .. after is null ? (MarkedWords[])[] : [new(WordMark.Added, after)],
    ];

    private static string? InWords(TrialField field, string? value) => value is null ? null : RegistryWords.InWords(field, value);
}
