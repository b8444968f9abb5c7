namespace TrialSite;

/// <summary>The settings under <c>Pages</c>.</summary>
public sealed class PageOptions
{
    /// <summary>Memory for pages that are ready to send; 0 for none.</summary>
    public int MemoryMegabytes { get; set; } = 32;

    /// <summary>Keep rendered pages of trials over a restart, in <see cref="SiteOptions.PagesFile"/>.</summary>
    public bool KeepOnDisk { get; set; } = true;

    /// <summary>What is wrong with the settings and how to mend it; null when they are right.</summary>
    public string? Fault() => MemoryMegabytes is >= 0 and <= 65_536 ? null : "Pages:MemoryMegabytes must be between 0 and 65536. Set it, or leave it out for 32.";
}
