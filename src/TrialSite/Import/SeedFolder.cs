namespace TrialSite.Import;

/// <summary>The editors' folder: every <c>.txt</c> in it is a seed, folders within it are not read.</summary>
public static class SeedFolder
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        var paths = Directory.GetFileSystemEntries(folder).Where(path => path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).ToList();
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }
}
