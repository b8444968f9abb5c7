namespace TrialSite.Tests.Seeds;

/// <summary>A fact about the real registry records beside the project; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!Directory.Exists(Repository.SharedData))
            Skip = "the real records (../shared/data) are not on this machine";
    }
}
