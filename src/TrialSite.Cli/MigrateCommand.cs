using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Cli;

/// <summary><c>trialsite migrate</c>: brings the database to this program's schema; the site does so by itself when it starts.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", """
            Bring the database to this version's schema, and check its file.
            The site does the first by itself when it starts.

            Examples:
              trialsite migrate
            """);
        command.SetAction((_, cancellationToken) => Migrate(cancellationToken));
        return command;
    }

    private static async Task<int> Migrate(CancellationToken cancellationToken)
    {
        await using var services = CommandRun.Services();
        var store = services.GetRequiredService<IStoreUpkeep>();
        foreach (var migration in await store.Migrate(cancellationToken))
            Console.Out.WriteLine($"applied {migration}");
        if (await store.FindDamage(cancellationToken) is { } damage)
            throw new CommandException($"the database is damaged: {damage}");
        Console.Out.WriteLine($"{services.GetRequiredService<SiteOptions>().DatabaseFile} is up to date and sound.");
        return CommandRun.Done;
    }
}
