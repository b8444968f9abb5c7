namespace TrialSite.Trials;

/// <summary>A difference as one sentence that a patient understands: at most 20 words, no promise, nothing but what was stored.</summary>
public static class ChangeSentence
{
    /// <summary>A longer name is not part of a sentence; it stands below it.</summary>
    private const int MostWordsOfAName = 6;

    public static string Of(FieldDifference difference) => difference.Field switch
    {
        TrialField.Listing => OfListing(difference),
        TrialField.Title => OfText("The title of this trial", difference),
        TrialField.Summary => OfText("The summary", difference),
        TrialField.ActiveSubstance => OfText("“Active substance”", difference),
        TrialField.CouldLeadTo => OfText("“What this could lead to”", difference),
        TrialField.CouldGoWrong => OfText("“What could go wrong”", difference),
        TrialField.Condition => OfCondition(difference),
        TrialField.RegistrantCondition => OfText("A term of the trial's registrant", difference),
        TrialField.Contact => OfContact("This trial", difference),
        TrialField.Location => $"{PlaceOf(difference)} {(difference.After is null ? "is no longer listed" : "was added")}.",
        TrialField.LocationName => $"{PlaceOf(difference)} has a new name.",
        TrialField.LocationStatus => OfStatus(PlaceOf(difference), difference),
        TrialField.LocationAddress => $"{PlaceOf(difference)} has a new address.",
        TrialField.LocationContact => OfContact(PlaceOf(difference), difference),
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Field, "a field without a sentence"),
    };

    private static string OfListing(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "This trial is no longer listed here.",
        (null, _) => "This trial was listed here for the first time.",
        _ => "This trial is listed here again.",
    };

    private static string OfText(string part, FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => $"{part} was taken out.",
        (null, _) => $"{part} was added.",
        _ => $"{part} changed.",
    };

    private static string OfCondition(FieldDifference difference) => difference.After is { } added
        ? $"This trial is now listed under {(IsShort(added) ? added : "another condition")}."
        : $"This trial is no longer listed under {(IsShort(difference.Before) ? difference.Before : "one of its conditions")}.";

    private static string OfContact(string who, FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => $"{who} no longer lists one of its contacts.",
        (null, _) => $"{who} has a new contact.",
        _ => $"{who} changed one of its contacts.",
    };

    private static string OfStatus(string who, FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => $"{who} no longer states its status.",
        (null, _) => $"{who} now states its status.",
        (_, var word) => RecruitmentStatus.TryParse(word, out var status) ? $"{who} {status.ChangeVerb}." : $"{who} has a new status.",
    };

    private static string PlaceOf(FieldDifference difference) => IsShort(difference.Area) ? $"A place in {difference.Area}" : "A place";

    private static bool IsShort(string? name) =>
        name is not null && name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is > 0 and <= MostWordsOfAName;
}
