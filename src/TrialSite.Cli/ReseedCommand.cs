using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary><c>trialsite reseed [FOLDER]</c>: makes the site say what the files say.</summary>
internal static class ReseedCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "Where the seeds lie; by default the setting Seeds:Folder.", Arity = ArgumentArity.ZeroOrOne };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show, per trial, what a reader would see changed." };
        var allowShrink = new Option<bool>("--allow-shrink") { Description = "Go on although fewer than 80 % of the previous files are there." };
        var command = new Command("reseed", """
            Read the seeds and show what they say, all at once.
            Exit code 1 when a seed was rejected or the reseed was refused.

            Examples:
              trialsite reseed --dry-run
              trialsite reseed
              trialsite reseed other-seeds --allow-shrink
            """) { folder, dryRun, allowShrink };
        command.SetAction((call, cancellationToken) => Reseed(call.GetValue(folder), call.GetValue(dryRun), call.GetValue(allowShrink), cancellationToken));
        return command;
    }

    private static async Task<int> Reseed(string? folder, bool isDryRun, bool mayShrink, CancellationToken cancellationToken)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new CommandException($"there is no folder {folder}");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var request = new ReseedRequest(folder is null ? services.GetRequiredService<SeedOptions>().Folder : Path.GetFullPath(folder), isDryRun, mayShrink);
        var importer = services.GetRequiredService<SeedImporter>();
        var report = await ReseedProgressBar.Show(progress => importer.Reseed(request, progress, cancellationToken));
        ReseedReport.Write(report);
        if (ManyChanges(services, report) is { } reason)
            Console.Out.WriteLine($"Readers see it, but nobody is mailed yet: {reason}. Look at it with trialsite imports list, then release or discard it.");
        return report.Refusal is null && report.Total(SeedOutcome.Rejected) == 0 ? CommandRun.Done : CommandRun.FoundErrors;
    }

    /// <summary>Why the import is held, as far as its size tells; the people are counted when it is matched. A first import is told to nobody anyway.</summary>
    private static string? ManyChanges(IServiceProvider services, ImportReport report)
    {
        var known = report.Total(SeedOutcome.Changed) + report.Total(SeedOutcome.Unchanged) + report.Total(SeedOutcome.Gone);
        var told = report.Rows.Count(row => row.Differences.Count > 0);
        return report.IsDryRun || known == 0 ? null : services.GetRequiredService<StormGuard>().ReasonToHold(told, known + report.Total(SeedOutcome.New), people: 0);
    }
}
