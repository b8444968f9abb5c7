using System.Diagnostics;

namespace TrialSite.Benchmarks;

/// <summary>The editor's tool as a process of its own.</summary>
internal static class EditorsTool
{
    /// <returns>The last line that it wrote.</returns>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [RunningSite.Program("TrialSite.Cli"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["Site__DataFolder"] = Path.Combine(folder, "data");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("nothing said").TrimEnd('.')
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }
}
