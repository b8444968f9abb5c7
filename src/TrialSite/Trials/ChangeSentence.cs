namespace TrialSite.Trials;

/// <summary>A difference as one sentence that a patient understands: at most 20 words, no promise, nothing but what was stored.</summary>
public static class ChangeSentence
{
    /// <summary>A longer name is not part of a sentence; it stands below it.</summary>
    private const int MostWordsOfAName = 6;

    public static string Of(FieldDifference difference) => difference.Field switch
    {
        TrialField.Listing => OfListing(difference),
        TrialField.Editorial => difference.After is null ? "We took out our own words about this trial." : "We added our own words about this trial.",
        TrialField.Registry => difference.After is null ? "The record of this trial is no longer in our copy of the registry." : "What the registry says about this trial is now shown here.",
        TrialField.Title => OfText("The title of this trial", difference),
        TrialField.Summary => OfText("The summary", difference),
        TrialField.ActiveSubstance => OfText("“Active substance”", difference),
        TrialField.CouldLeadTo => OfText("“What this could lead to”", difference),
        TrialField.CouldGoWrong => OfText("“What could go wrong”", difference),
        TrialField.Condition => OfCondition(difference),
        TrialField.RegistrantCondition => OfText("A term of the trial's registrant", difference),
        TrialField.Contact => $"This trial {ContactPredicate.Of(difference)}.",
        _ when difference.IsOfLocation => PlaceSentence.Of(difference),
        _ => RegistrySentence.Of(difference),
    };

    internal static string OfText(string part, FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => $"{part} was taken out.",
        (null, _) => $"{part} was added.",
        _ => $"{part} changed.",
    };

    internal static bool IsShort(string? name) =>
        name is not null && name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is > 0 and <= MostWordsOfAName;

    private static string OfListing(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "This trial is no longer listed here.",
        (null, _) => "This trial was listed here for the first time.",
        _ => "This trial is listed here again.",
    };

    private static string OfCondition(FieldDifference difference) => difference.After is { } added
        ? $"This trial is now listed under {(IsShort(added) ? added : "another condition")}."
        : $"This trial is no longer listed under {(IsShort(difference.Before) ? difference.Before : "one of its conditions")}.";
}
