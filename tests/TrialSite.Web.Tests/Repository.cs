namespace TrialSite.Web.Tests;

/// <summary>Where the project's own files lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string UserSeed { get; } = Path.Combine(Root, "seeds", "NCT06904755.txt");

    /// <summary>The folder into which a program of src/ was built, in the configuration of these tests.</summary>
    public static string Output(string project)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src", project, "bin", built.Parent!.Name, built.Name);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TrialSite.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("TrialSite.sln was not found above the tests.");
        return folder.FullName;
    }
}
