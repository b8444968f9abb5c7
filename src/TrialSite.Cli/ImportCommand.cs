using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;

namespace TrialSite.Cli;

/// <summary><c>trialsite import PATH|-</c>: brings the registry's records into the site.</summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "A file or a folder of records, or - for the standard input." };
        var complete = new Option<bool>("--complete") { Description = "The source holds the whole registry: trials that are not in it are marked as gone." };
        var allowShrink = new Option<bool>("--allow-shrink") { Description = "With --complete, go on although more than 20 % of the records are gone." };
        var command = new Command("import", """
            Read records of ClinicalTrials.gov (API v2: JSON, a study a line, gzip or zip of either) and show them, some hundred at a time.
            Stopped or killed, run it again: what is there already is passed over. Records that cannot be read are named; the others are imported.
            Exit code 1 when a record could not be read, or nothing was marked as gone although --complete asked for it.

            Examples:
              trialsite import ctg-studies.json.zip --complete
              trialsite import new-records/
              zcat records.ndjson.gz | trialsite import -
            """) { source, complete, allowShrink };
        command.SetAction((call, cancellationToken) => Import(call.GetRequiredValue(source), new(call.GetValue(complete), call.GetValue(allowShrink)), cancellationToken));
        return command;
    }

    private static async Task<int> Import(string source, RegistryImportRequest request, CancellationToken cancellationToken)
    {
        if (source != StandardInput && !File.Exists(source) && !Directory.Exists(source))
            throw new CommandException($"there is no file or folder {source}");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var importer = services.GetRequiredService<RegistryImporter>();
        await using var input = Console.OpenStandardInput();
        var report = await ImportProgressBar.Show(LengthOf(source), (bytesRead, progress) => importer.Import(
            isKnown => source == StandardInput
                ? RegistryReader.Read(input, "standard input", isKnown, cancellationToken)
                : RegistryReader.Read(source, isKnown, bytesRead, cancellationToken),
            request,
            problem => Console.Error.WriteLine(ProblemLines.Of(source, problem)),
            progress,
            cancellationToken));
        Console.Out.WriteLine(report.Totals);
        if (report.Refusal is { } refusal)
            Console.Error.WriteLine($"trialsite: {refusal}");
        return report.Rejected == 0 && report.Refusal is null ? CommandRun.Done : CommandRun.FoundErrors;
    }

    /// <summary>Null when nobody knows.</summary>
    private static long? LengthOf(string source) => source switch
    {
        StandardInput => null,
        _ when Directory.Exists(source) => Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length),
        _ => new FileInfo(source).Length,
    };
}
