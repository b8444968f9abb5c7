using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary><c>trialsite check PATH...</c>: what is wrong with seeds, before anyone reseeds.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Seeds, or folders of seeds.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text: one line per problem; json: documents and problems.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", """
            Read seeds and say what is wrong with them; nothing is stored.
            Exit code 1 when a seed has an error.

            Examples:
              trialsite check seeds
              trialsite check seeds/NCT06904755.txt --format json
            """) { paths, format };
        command.SetAction((call, cancellationToken) => Task.FromResult(Check(call.GetRequiredValue(paths), call.GetRequiredValue(format) == "json")));
        return command;
    }

    private static int Check(string[] paths, bool asJson)
    {
        var files = SeedCheck.Run(paths.SelectMany(FilesAt));
        if (asJson)
            WriteJson(files);
        else
            WriteText(files);
        return files.Any(file => file.HasErrors) ? CommandRun.FoundErrors : CommandRun.Done;
    }

    private static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? SeedFolder.Files(path)
        : File.Exists(path) ? [path] : throw new CommandException($"there is no file or folder {path}");

    private static void WriteJson(IReadOnlyList<CheckedSeed> files)
    {
        using var services = CommandRun.Services();
        Console.Out.WriteLine(CheckJson.Write(files, services.GetRequiredService<SiteOptions>().PublicBaseUrl));
    }

    private static void WriteText(IReadOnlyList<CheckedSeed> files)
    {
        foreach (var file in files)
            foreach (var problem in file.Problems)
                Console.Out.WriteLine(ProblemLines.Of(file.Path, problem));
        var faulty = files.Count(file => file.HasErrors);
        Console.Out.WriteLine($"{files.Count} files: {files.Count - faulty} can be shown, {faulty} rejected.");
    }
}
