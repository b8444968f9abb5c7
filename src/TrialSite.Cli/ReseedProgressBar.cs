using Spectre.Console;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary>A progress bar on a terminal; in a pipe or a log a line for every thousand files, beside the report.</summary>
internal static class ReseedProgressBar
{
    public static async Task<ImportReport> Show(Func<IProgress<ReseedProgress>?, Task<ImportReport>> reseed)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return await reseed(new Lines());
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

    private sealed class Lines : IProgress<ReseedProgress>
    {
        public void Report(ReseedProgress value)
        {
            if (value.Done > 0 && value.Done % 1000 == 0)
                Console.Error.WriteLine($"{value.Step} {value.Done:N0} of {value.Total:N0}");
        }
    }
}
