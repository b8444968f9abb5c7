namespace TrialSite;

/// <summary>Where relative folders of the settings start: the repository while developing, the program's folder once published.</summary>
public static class SiteFolders
{
    /// <summary>A build's output lies five folders below the solution: src/Project/bin/Debug/net10.0/.</summary>
    private static readonly string RepositoryCandidate = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    public static bool IsRepository { get; } = File.Exists(Path.Combine(RepositoryCandidate, "TrialSite.sln"));

    public static string Root { get; } = IsRepository ? RepositoryCandidate : AppContext.BaseDirectory;

    /// <summary>The whole path; blank stays blank, for the settings' check to find.</summary>
    public static string Resolve(string folder) => string.IsNullOrWhiteSpace(folder) ? "" : Path.GetFullPath(folder, Root);
}
