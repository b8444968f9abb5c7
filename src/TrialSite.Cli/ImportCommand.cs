using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Registry.Live;

namespace TrialSite.Cli;

/// <summary><c>trialsite import PATH|-</c> and <c>--live --since DATE</c>: brings the registry's records into the site.</summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE") { Description = "A file or a folder of records, or - for the standard input.", Arity = ArgumentArity.ZeroOrOne };
        var live = new Option<bool>("--live") { Description = "Ask the registry itself, with --since." };
        var since = new Option<string?>("--since") { Description = "With --live, the day (yyyy-MM-dd) on which the postings begin.", HelpName = "DATE" };
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
              trialsite import --live --since 2026-11-20
            """) { source, live, since, complete, allowShrink };
        command.SetAction((call, cancellationToken) =>
        {
            var request = new RegistryImportRequest(call.GetValue(complete), call.GetValue(allowShrink));
            return call.GetValue(live)
                ? ImportLive(call.GetValue(source), call.GetValue(since), request, cancellationToken)
                : Import(call.GetValue(source), call.GetValue(since), request, cancellationToken);
        });
        return command;
    }

    private static async Task<int> Import(string? source, string? since, RegistryImportRequest request, CancellationToken cancellationToken)
    {
        if (since is not null)
            throw new CommandException("--since goes with --live");
        if (source is null)
            throw new CommandException("say which file or folder, - for the standard input, or --live");
        if (source != StandardInput && !File.Exists(source) && !Directory.Exists(source))
            throw new CommandException($"there is no file or folder {source}");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        await using var input = Console.OpenStandardInput();
        return await Import(
            services,
            LengthOf(source),
            request,
            (isKnown, bytesRead) => source == StandardInput
                ? RegistryReader.Read(input, "standard input", isKnown, cancellationToken)
                : RegistryReader.Read(source, isKnown, bytesRead, cancellationToken),
            cancellationToken);
    }

    private static async Task<int> ImportLive(string? source, string? since, RegistryImportRequest request, CancellationToken cancellationToken)
    {
        if (source is not null || request.IsComplete)
            throw new CommandException("--live asks the registry for what was posted since a day: it takes no SOURCE and is never --complete");
        if (!DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new CommandException("--live needs --since and a day, for example --since 2026-11-20");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var registry = services.GetRequiredService<LiveRegistry>();
        return await Import(
            services,
            null,
            request,
            (isKnown, _) => registry.Read(day, isKnown, total => Console.Error.WriteLine($"The registry has {total:N0} records posted since then."), cancellationToken),
            cancellationToken);
    }

    private static async Task<int> Import(
        ServiceProvider services,
        long? bytes,
        RegistryImportRequest request,
        Func<Func<UInt128, bool>, Action<int>, IAsyncEnumerable<RegistryReading>> read,
        CancellationToken cancellationToken)
    {
        var importer = services.GetRequiredService<RegistryImporter>();
        var report = await ImportProgressBar.Show(bytes, (bytesRead, progress) => importer.Import(
            isKnown => read(isKnown, bytesRead),
            request,
            problem => Console.Error.WriteLine(ProblemLines.Of(problem)),
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
