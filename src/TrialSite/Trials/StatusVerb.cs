namespace TrialSite.Trials;

/// <summary>What comes after "This trial" or "A place" when its status became another one.</summary>
/// <remarks>Nobody started or stopped anything when the status before was unknown or missing: then it only says what it is.</remarks>
internal static class StatusVerb
{
    public static string Of(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (_, null) => "no longer states its status",
        (var before, var after) when RecruitmentStatus.TryParse(after, out var status) => Of(before, status),
        (null, _) => "now states its status",
        _ => "has a new status",
    };

    private static string Of(string? before, RecruitmentStatus now)
    {
        if (now.RegistryWord == "UNKNOWN")
            return now.ChangeVerb;
        return before is null or "UNKNOWN" || (now.RegistryWord == "ACTIVE_NOT_RECRUITING" && !TookPeople(before)) ? $"says that it {now.PresentVerb}" : now.ChangeVerb;
    }

    /// <summary>A word that nobody knows yet may well mean so.</summary>
    private static bool TookPeople(string word) => word is not ("NOT_YET_RECRUITING" or "COMPLETED" or "TERMINATED" or "WITHDRAWN" or "WITHHELD");
}
