namespace TrialSite.Import;

/// <param name="Folder">Where the seeds lie.</param>
/// <param name="IsDryRun">Only say what a reader would see changed.</param>
/// <param name="MayShrink">Go on although more than a fifth of the files is gone.</param>
public sealed record ReseedRequest(string Folder, bool IsDryRun = false, bool MayShrink = false)
{
    /// <summary>What makes the store, where there is none yet: nothing can be known of it, and the files are read meanwhile.</summary>
    public Task? NewStore { get; init; }

    /// <summary>What the files are read as; only tests read them as another.</summary>
    internal byte FormatVersion { get; init; } = SeedFile.FormatVersion;
}

/// <summary>How far a reseed is.</summary>
public sealed record ReseedProgress(string Step, int Done, int Total);

/// <summary>A reseed cannot start; the message says why and what to do.</summary>
public class ReseedRefusedException(string message) : Exception(message);

public sealed class ReseedRunningException() : ReseedRefusedException("A reseed or an import is running already. Wait until it ends, then start yours again.");
