namespace TrialSite.Registry;

/// <summary>The ages that a trial takes, in words for a page.</summary>
public static class AgeRange
{
    /// <summary>For example "18 to 65 years", "6 months to 2 years", "up to 17 years"; no limit is no "no".</summary>
    public static string InWords(Age? minimum, Age? maximum) => (minimum, maximum) switch
    {
        (null, null) => "any age (no limit is given)",
        (null, _) => $"up to {maximum.InWords}",
        (_, null) => $"{minimum.InWords} or older",
        _ when minimum.Unit == maximum.Unit && (minimum.Number, maximum.Number) is ({ } from, { } to) =>
            from == to ? minimum.InWords : $"{from} to {maximum.InWords}",
        _ => $"{minimum.InWords} to {maximum.InWords}",
    };
}
