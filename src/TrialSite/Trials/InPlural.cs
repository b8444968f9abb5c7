namespace TrialSite.Trials;

/// <summary>What is said of one place, as it is said of several.</summary>
internal static class InPlural
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["is"] = "are",
        ["was"] = "were",
        ["has"] = "have",
        ["does"] = "do",
        ["says"] = "say",
        ["states"] = "state",
        ["lists"] = "list",
        ["takes"] = "take",
        ["makes"] = "make",
        ["offers"] = "offer",
        ["runs"] = "run",
        ["invites"] = "invite",
        ["it"] = "they",
        ["its"] = "their",
    };

    /// <summary>Behind a comma another thing is spoken of: "because the treatment is approved".</summary>
    public static string Of(string predicate)
    {
        var end = predicate.IndexOf(',', StringComparison.Ordinal);
        var ofPlaces = end < 0 ? predicate : predicate[..end];
        return string.Join(' ', ofPlaces.Split(' ').Select(word => Words.GetValueOrDefault(word, word))).Replace("a new name", "new names", StringComparison.Ordinal)
            .Replace("a new address", "new addresses", StringComparison.Ordinal)
            .Replace("a new contact", "new contacts", StringComparison.Ordinal)
            .Replace("one of their contacts", "some of their contacts", StringComparison.Ordinal) + (end < 0 ? "" : predicate[end..]);
    }
}
