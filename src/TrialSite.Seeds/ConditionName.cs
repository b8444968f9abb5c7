namespace TrialSite.Seeds;

/// <summary>The name of a condition without what only separates it from others.</summary>
internal static class ConditionName
{
    /// <summary>Without list marks and commas around it, and with no bullet inside; empty when nothing is left.</summary>
    public static string Clean(string words)
    {
        var start = 0;
        while (start < words.Length && (words[start] == ',' || SeedText.IsListMark(words, start)))
            start++;
        return SeedText.WithoutBullets(words[start..].TrimEnd(',', ' '));
    }
}
