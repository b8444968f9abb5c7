using System.Diagnostics;

namespace TrialSite.Benchmarks;

/// <summary>The editor's tool as a process of its own.</summary>
internal static class EditorsTool
{
    /// <returns>Its totals.</returns>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [RunningSite.Program("TrialSite.Cli"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["Site__DataFolder"] = Path.Combine(folder, "data");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.Split('\n').Last(line => line.Contains(" unchanged, ", StringComparison.Ordinal)).Trim().TrimEnd('.')
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }
}
