using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary><c>trialsite check PATH...</c>: what is wrong with seeds, before anyone reseeds, and with records of the registry.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Seeds, files of the registry's records, or folders of these.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text: one line per problem; json: documents, counts of records and problems.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", """
            Read seeds, or records of ClinicalTrials.gov, and say what is wrong with them; nothing is stored.
            Exit code 1 when a seed or a record has an error.

            Examples:
              trialsite check seeds
              trialsite check seeds/NCT06904755.txt --format json
              trialsite check ctg-studies.json.zip
            """) { paths, format };
        command.SetAction((call, cancellationToken) => Check(CheckedPaths.Of(call.GetRequiredValue(paths)), call.GetRequiredValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> Check(CheckedPaths paths, bool asJson, CancellationToken cancellationToken)
    {
        var seeds = SeedCheck.Run(paths.Seeds);
        var haveRecordsErrors = asJson ? await WriteJson(seeds, paths.Records, cancellationToken) : await WriteText(seeds, paths.Records, cancellationToken);
        return haveRecordsErrors || seeds.Any(seed => seed.HasErrors) ? CommandRun.FoundErrors : CommandRun.Done;
    }

    private static async Task<bool> WriteJson(IReadOnlyList<CheckedSeed> seeds, IReadOnlyList<string> records, CancellationToken cancellationToken)
    {
        await using var services = CommandRun.Services();
        await using var output = Console.OpenStandardOutput();
        var hasErrors = await CheckJson.Write(output, seeds, records, services.GetRequiredService<SiteOptions>().PublicBaseUrl, cancellationToken);
        Console.Out.WriteLine();
        return hasErrors;
    }

    private static async Task<bool> WriteText(IReadOnlyList<CheckedSeed> seeds, IReadOnlyList<string> records, CancellationToken cancellationToken)
    {
        foreach (var seed in seeds)
            foreach (var problem in seed.Problems)
                Console.Out.WriteLine(ProblemLines.Of(seed.Path, problem));
        var faulty = seeds.Count(seed => seed.HasErrors);
        if (seeds.Count > 0 || records.Count == 0)
            Console.Out.WriteLine($"{seeds.Count} files: {seeds.Count - faulty} can be shown, {faulty} rejected.");
        return records.Count > 0 && await RecordCheck.WriteText(records, cancellationToken);
    }
}
