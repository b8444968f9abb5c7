namespace TrialSite.Import;

/// <summary>Two texts read alike when they differ in white space and case alone.</summary>
internal static class Wording
{
    public static bool IsAlike(string? one, string? other) => Key(one ?? "") == Key(other ?? "");

    /// <summary>The same for texts that read alike.</summary>
    public static string Key(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
