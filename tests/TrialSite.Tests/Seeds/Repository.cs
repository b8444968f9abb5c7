namespace TrialSite.Tests.Seeds;

/// <summary>Folders of the repository, found by walking up to the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string UserSeedPath { get; } = Path.Combine(Root, "seeds", "NCT06904755.txt");

    /// <summary>Real registry records beside the project; absent on most machines.</summary>
    public static string SharedData { get; } = Path.Combine(Root, "..", "shared", "data");

    /// <summary>The editor's tool where it was built: beside the tests it would miss what ASP.NET Core brings them.</summary>
    public static string Tool { get; } = FindTool();

    private static string FindTool()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src", "TrialSite.Cli", "bin", built.Parent!.Name, built.Name, "TrialSite.Cli.dll");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrialSite.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no TrialSite.sln above the tests");
    }
}
