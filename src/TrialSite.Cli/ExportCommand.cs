using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary><c>trialsite export FOLDER</c>: the store's trials as seeds again.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Made when it is not there; seeds of the same name are replaced." };
        var command = new Command("export", """
            Write every listed trial as a seed; a reseed of them changes nothing.

            Examples:
              trialsite export backup/seeds
            """) { folder };
        command.SetAction((call, cancellationToken) => Export(call.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> Export(string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(folder))
            throw new CommandException($"{folder} is a file; name a folder");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<SeedExporter>().Export(folder, cancellationToken);
        Console.Out.WriteLine($"{count} seeds written to {folder}.");
        return CommandRun.Done;
    }
}
