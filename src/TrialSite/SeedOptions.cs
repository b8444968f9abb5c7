namespace TrialSite;

/// <summary>The settings under <c>Seeds</c>.</summary>
public sealed class SeedOptions
{
    /// <summary>Where the editors' text files lie. A relative path starts at <see cref="SiteFolders.Root"/>.</summary>
    public string Folder { get; set; } = "seeds";

    public bool ReseedOnStart { get; set; } = true;
}
