namespace TrialSite.Search;

/// <summary>The sex of the person who looks; trials for all, and those that do not say, fit both.</summary>
public enum SexChoice
{
    Female,
    Male,
}
