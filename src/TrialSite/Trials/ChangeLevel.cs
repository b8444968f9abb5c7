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
        TrialField.Listing => ChangeLevel.Essential,
        TrialField.Summary or TrialField.ActiveSubstance or TrialField.CouldLeadTo or TrialField.CouldGoWrong => ChangeLevel.Important,
        TrialField.Condition or TrialField.Location or TrialField.LocationStatus or TrialField.LocationAddress => ChangeLevel.Important,
        _ => ChangeLevel.All,
    };
}
