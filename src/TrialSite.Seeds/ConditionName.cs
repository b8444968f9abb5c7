namespace TrialSite.Seeds;

/// <summary>The name of a condition without what only separates it from others.</summary>
internal static class ConditionName
{
    /// <summary>Without list marks and commas around it, and with no bullet inside; empty when nothing is left.</summary>
    public static string Clean(string words)
    {
        var name = words;
        int length;
        do
        {
            length = name.Length;
            name = SeedText.WithoutListMark(name).Trim(',', ' ');
        }
        while (name.Length < length);
        return SeedText.WithoutBullets(name);
    }
}
