using Spectre.Console;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary>A progress bar on a terminal, nothing in a pipe or a log.</summary>
internal static class ReseedProgressBar
{
    public static async Task<ImportReport> Show(Func<IProgress<ReseedProgress>?, Task<ImportReport>> reseed)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return await reseed(null);
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Reading");
            return await reseed(new Progress<ReseedProgress>(progress =>
            {
                bar.Description = progress.Step;
                bar.MaxValue = Math.Max(progress.Total, 1);
                bar.Value = progress.Done;
            }));
        });
    }
}
