using System.Diagnostics;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Alerts;

/// <summary><c>trialsite mail ...</c> as a process of its own, so that it can be killed.</summary>
internal sealed class MailProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private MailProgram(Process process) => (this.process, output, error) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    public Task Ended => process.WaitForExitAsync();

    public static MailProgram Start(TestSite site, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Tool, "mail", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Site__DataFolder"] = site.DataFolder;
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new(Process.Start(start)!);
    }

    public static async Task<(int ExitCode, string Output, string Error)> Run(TestSite site, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        using var program = Start(site, settings, arguments);
        return await program.End();
    }

    public async Task<(int ExitCode, string Output, string Error)> End()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>SIGKILL: the program can do nothing about it.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
