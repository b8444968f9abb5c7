using System.Diagnostics;

namespace TrialSite.Web.Tests;

/// <summary>One of our built programs as a process of its own, so that it can be killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private bool isGone;

    private RunningProgram(Process process) => this.process = process;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public ProcessPriorityClass PriorityClass => process.PriorityClass;

    public static RunningProgram Start(string project, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Repository.Output(project), $"{project}.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>SIGKILL: the program can do nothing about it. Nothing can be asked of it any more.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        isGone = true;
    }

    public Task WaitForExit() => process.WaitForExitAsync();

    public void Dispose()
    {
        if (isGone)
            return;
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
