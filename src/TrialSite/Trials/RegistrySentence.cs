namespace TrialSite.Trials;

/// <summary>What changed in the trial's record of the registry; what the registrant says is said to be theirs.</summary>
internal static class RegistrySentence
{
    public static string Of(FieldDifference difference) => difference.Field switch
    {
        TrialField.RegistryStatus => $"This trial {StatusVerb.Of(difference)}.",
        TrialField.RegistryLastKnownStatus => "The last known status of this trial changed.",
        TrialField.RegistryWhyStopped => OfWhyStopped(difference),
        TrialField.RegistryResults => OfResults(difference.After),
        TrialField.RegistryCriteria => ChangeSentence.OfText("The registrant's text on who can take part", difference),
        TrialField.RegistryMinimumAge => OfAge("lowest", difference),
        TrialField.RegistryMaximumAge => OfAge("highest", difference),
        TrialField.RegistrySex => OfSex(difference.After),
        TrialField.RegistryHealthyVolunteers => OfHealthyVolunteers(difference),
        TrialField.RegistryType => "The type of this trial changed.",
        TrialField.RegistryPhase => OfPhase(difference),
        TrialField.RegistryMainGoal => OfMainGoal(difference),
        TrialField.RegistryInterventions => "What is being tested or compared changed.",
        TrialField.RegistryInterventionDetails => "The description of what is being tested or compared changed.",
        TrialField.RegistryEnrolment => EnrolmentSentence.Of(difference),
        TrialField.RegistryStart => MilestoneSentence.OfStart(difference),
        TrialField.RegistryMainCompletion => MilestoneSentence.OfMainCompletion(difference),
        TrialField.RegistryCompletion => MilestoneSentence.OfCompletion(difference),
        TrialField.RegistrySummary => ChangeSentence.OfText("The registrant's own summary", difference),
        TrialField.RegistrySponsor => "The sponsor of this trial, who is responsible for it, changed.",
        TrialField.RegistryTitle => ChangeSentence.OfText("The title in the record", difference),
        TrialField.RegistryOfficialTitle => ChangeSentence.OfText("The official title of this trial", difference),
        TrialField.RegistryAcronym => ChangeSentence.OfText("The short name of this trial", difference),
        TrialField.RegistryConditions => "The conditions that the registrant lists changed.",
        TrialField.RegistryKeywords => "The keywords that the registrant lists changed.",
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Field, "a field without a sentence"),
    };

    private static string OfWhyStopped(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "The registrant no longer says why this trial stopped.",
        (null, _) => "The registrant says in their own words why this trial stopped.",
        _ => "The registrant changed their words on why this trial stopped.",
    };

    private static string OfResults(string? after) => after switch
    {
        null => "The record no longer says whether there are results.",
        RegistryWords.Yes => "Results of this trial were posted in its record.",
        _ => "The record says that no results of this trial are posted.",
    };

    private static string OfAge(string which, FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => $"The record no longer gives a {which} age for taking part.",
        (null, var age) => $"The {which} age for taking part is now given: {Short(age)}.",
        (var age, var now) => $"The {which} age for taking part changed from {Short(age)} to {Short(now)}.",
    };

    private static string Short(string? age) => ChangeSentence.IsShort(age) ? age! : "another one";

    private static string OfSex(string? after) => after switch
    {
        null => "The record no longer says people of which sex can take part.",
        "ALL" => "People of any sex can now take part.",
        "FEMALE" => "Only people of female sex can now take part.",
        "MALE" => "Only people of male sex can now take part.",
        _ => "People of which sex can take part changed.",
    };

    private static string OfHealthyVolunteers(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "The record no longer says whether healthy volunteers can take part.",
        (null, RegistryWords.Yes) => "The record now says that healthy volunteers can take part.",
        (null, _) => "The record now says that healthy volunteers cannot take part.",
        (_, RegistryWords.Yes) => "Healthy volunteers can now take part.",
        _ => "Healthy volunteers can no longer take part.",
    };

    private static string OfPhase(FieldDifference difference) => difference.After switch
    {
        null => "The record no longer gives the phase of this trial.",
        var after => RegistryWords.OfPhases(after) is { } phase ? $"This trial is now in {phase}." : "The phase of this trial changed.",
    };

    private static string OfMainGoal(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "The record no longer gives the main goal of this trial.",
        (null, _) => "The record now gives the main goal of this trial.",
        _ => "The main goal of the trial was changed.",
    };
}
