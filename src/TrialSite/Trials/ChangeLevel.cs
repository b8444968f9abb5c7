namespace TrialSite.Trials;

/// <summary>How much a change matters to someone who follows the trial; in order, so that a query can ask for "at least".</summary>
public enum ChangeLevel
{
    All,
    Important,
    Essential,
}

public static class ChangeLevels
{
    /// <remarks>No program can tell a new meaning from new wording, so a new summary or read is always important.</remarks>
    public static ChangeLevel Level(this TrialField field) => field switch
    {
        TrialField.Listing or TrialField.RegistryStatus or TrialField.RegistryWhyStopped or TrialField.RegistryResults => ChangeLevel.Essential,
        TrialField.Summary or TrialField.ActiveSubstance or TrialField.CouldLeadTo or TrialField.CouldGoWrong => ChangeLevel.Important,
        TrialField.Condition or TrialField.Location or TrialField.LocationStatus or TrialField.LocationAddress => ChangeLevel.Important,
        TrialField.RegistryCriteria or TrialField.RegistryMinimumAge or TrialField.RegistryMaximumAge or TrialField.RegistrySex or TrialField.RegistryHealthyVolunteers => ChangeLevel.Important,
        TrialField.RegistryType or TrialField.RegistryPhase or TrialField.RegistryMainGoal or TrialField.RegistryInterventions or TrialField.RegistryEnrolment => ChangeLevel.Important,
        TrialField.RegistryStart or TrialField.RegistryMainCompletion or TrialField.RegistryCompletion => ChangeLevel.Important,
        TrialField.RegistrySummary or TrialField.RegistrySponsor or TrialField.Editorial or TrialField.Registry => ChangeLevel.Important,
        _ => ChangeLevel.All,
    };
}
