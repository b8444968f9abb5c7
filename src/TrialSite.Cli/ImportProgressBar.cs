using System.Diagnostics;
using Spectre.Console;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary>A bar with rate and time left on a terminal; in a pipe or a log a line for every ten thousand records, beside the report.</summary>
internal static class ImportProgressBar
{
    private const int RecordsALine = 10_000;

    /// <param name="bytes">How much there is to read; null when nobody knows.</param>
    /// <param name="import">Is given what to call for bytes that were read and for records.</param>
    public static async Task<RegistryImportReport> Show(long? bytes, Func<Action<int>, IProgress<RegistryImportProgress>, Task<RegistryImportReport>> import)
    {
        var start = Stopwatch.GetTimestamp();
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return await import(_ => { }, new OnEach(progress => WriteLine(progress.Records, start)));
        return await AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("Importing", maxValue: Math.Max(bytes ?? 1, 1));
                bar.IsIndeterminate = bytes is null;
                return await import(count => bar.Increment(count), new OnEach(progress => bar.Description = Words(progress.Records, start)));
            });
    }

    private static void WriteLine(long records, long start)
    {
        if (records % RecordsALine == 0)
            Console.Error.WriteLine(Words(records, start));
    }

    private static string Words(long records, long start) => $"{records:N0} records, {records / Stopwatch.GetElapsedTime(start).TotalSeconds:N0} a second";

    /// <summary>Unlike <see cref="Progress{T}"/> in the order of what happens.</summary>
    private sealed class OnEach(Action<RegistryImportProgress> tell) : IProgress<RegistryImportProgress>
    {
        public void Report(RegistryImportProgress value) => tell(value);
    }
}
