using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary><c>trialsite imports list|show|release|discard</c>: what changed trials, and whether people are told of it.</summary>
internal static class ImportsCommand
{
    public static Command Create() => new("imports", """
        Look at the imports that changed trials, and decide about those that are held.

        Examples:
          trialsite imports list
          trialsite imports show 12
          trialsite imports release 12
          trialsite imports discard 12
        """)
    {
        List(),
        OfOne("show", "Show what an import changed: counts by kind and level, and some of its changes.", Show),
        OfOne("release", "Let a held import go on: the people whom it reaches are mailed.", Release),
        OfOne("discard", "Mail nobody about a held import; the site shows it all the same.", Discard),
    };

    private static Command List()
    {
        var command = new Command("list", """
            List the newest imports: number, when, changes, people, and what became of it.

            Examples:
              trialsite imports list
            """);
        command.SetAction((_, cancellationToken) => WithImports(async imports =>
        {
            foreach (var import in await imports.Newest(cancellationToken))
                Console.Out.WriteLine(LineOf(import));
        }, cancellationToken));
        return command;
    }

    private static Command OfOne(string name, string description, Func<CatalogueImports, long, CancellationToken, Task> act)
    {
        var generation = new Argument<long>("GENERATION") { Description = "The number that the list begins with." };
        var command = new Command(name, $"""
            {description}

            Examples:
              trialsite imports {name} 12
            """) { generation };
        command.SetAction((call, cancellationToken) => WithImports(imports => act(imports, call.GetRequiredValue(generation), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task Show(CatalogueImports imports, long generation, CancellationToken cancellationToken)
    {
        var summary = await imports.Summary(generation, cancellationToken) ?? throw Unknown(generation);
        Console.Out.WriteLine(LineOf(summary.Import));
        foreach (var count in summary.Counts)
            Console.Out.WriteLine($"  {count.Count} {InWords(count.Kind)}, {InWords(count.Level)}");
        foreach (var change in summary.Sample)
        {
            Console.Out.WriteLine(change.NctId);
            foreach (var difference in change.Differences)
                Console.Out.WriteLine($"  {DifferenceInWords.Of(difference).Sentence}");
        }
    }

    private static async Task Release(CatalogueImports imports, long generation, CancellationToken cancellationToken)
    {
        if (!await imports.Release(generation, cancellationToken))
            throw await NotHeld(imports, generation, cancellationToken);
        Console.Out.WriteLine($"Import {generation} is released: the next round of mails tells of it.");
    }

    private static async Task Discard(CatalogueImports imports, long generation, CancellationToken cancellationToken)
    {
        if (!await imports.Discard(generation, cancellationToken))
            throw await NotHeld(imports, generation, cancellationToken);
        Console.Out.WriteLine($"Import {generation} is discarded: nobody is mailed about it.");
    }

    private static async Task<int> WithImports(Func<CatalogueImports, Task> act, CancellationToken cancellationToken)
    {
        await using var services = await CommandRun.OpenSite(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<CatalogueImports>());
        return CommandRun.Done;
    }

    private static async Task<CommandException> NotHeld(CatalogueImports imports, long generation, CancellationToken cancellationToken) =>
        await imports.Summary(generation, cancellationToken) is { Import: var import }
            ? new($"import {generation} is not held: {InWords(import.State)}")
            : Unknown(generation);

    private static CommandException Unknown(long generation) => new($"there is no import {generation}; trialsite imports list names them");

    private static string LineOf(CatalogueImport import) =>
        $"{import.Generation}  {import.TurnedAt.UtcDateTime:yyyy-MM-dd HH:mm}  {Count(import.Changes, "change", "changes")}  {(import.People is { } people ? Count(people, "person", "people") : "people not counted")}  {InWords(import.State)}";

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    private static string InWords(CatalogueImportState state) => state switch
    {
        CatalogueImportState.ToMatch => "to be matched",
        CatalogueImportState.Silent => "silent, as a first import is",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string InWords(TrialChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static string InWords(ChangeLevel level) => level == ChangeLevel.All ? "wording" : level.ToString().ToLowerInvariant();
}
