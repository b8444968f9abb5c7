namespace TrialSite.Import;

/// <param name="IsComplete">What is not in the source is gone from the registry.</param>
/// <param name="MayShrink">Go on although more than a fifth of the records is gone.</param>
public sealed record RegistryImportRequest(bool IsComplete = false, bool MayShrink = false);

/// <summary>How many records of the source were looked at; writing follows a little behind.</summary>
public sealed record RegistryImportProgress(long Records);

/// <summary>What an import did with the records that it met, each counted once.</summary>
public sealed class RegistryImportReport
{
    public long New { get; internal set; }
    public long Changed { get; internal set; }

    /// <summary>Read anew, and a reader sees the same; or an earlier record of a trial that stands in the source again.</summary>
    public long Confirmed { get; internal set; }

    /// <summary>The same bytes as before.</summary>
    public long Unchanged { get; internal set; }

    /// <summary>Could not be read; each was told when it was met.</summary>
    public long Rejected { get; internal set; }

    /// <summary>No longer in the registry.</summary>
    public long Gone { get; internal set; }

    /// <summary>Why nothing was marked as gone although the source is to be complete; null when all went its way.</summary>
    public string? Refusal { get; internal set; }

    public long Read => New + Changed + Confirmed + Unchanged + Rejected;

    /// <summary>For example "2,048 new, 0 changed, 0 confirmed, 0 unchanged, 0 rejected, 0 gone".</summary>
    public string Totals => $"{New:N0} new, {Changed:N0} changed, {Confirmed:N0} confirmed, {Unchanged:N0} unchanged, {Rejected:N0} rejected, {Gone:N0} gone";
}
