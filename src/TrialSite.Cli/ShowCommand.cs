using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary><c>trialsite show NCT...</c>: what the site knows about a trial.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("NCT_ID") { Description = "For example NCT06904755.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("show", """
            Show what the site holds about trials: where it comes from, and its text.

            Examples:
              trialsite show NCT06904755
            """) { ids };
        command.SetAction((call, cancellationToken) => Show(call.GetRequiredValue(ids), cancellationToken));
        return command;
    }

    private static async Task<int> Show(string[] ids, CancellationToken cancellationToken)
    {
        var nctIds = ids.Select(Read).ToList();
        await using var services = await CommandRun.OpenSite(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var pages = scope.ServiceProvider.GetRequiredService<TrialPages>();
        var site = scope.ServiceProvider.GetRequiredService<SiteOptions>();
        foreach (var nctId in nctIds)
        {
            var trial = await pages.TrialByNctId(nctId, cancellationToken) ?? throw new CommandException($"the site knows no trial {nctId}");
            Write(trial, site);
        }
        return CommandRun.Done;
    }

    private static NctId Read(string id) => NctId.TryFind(id, out var nctId)
        ? nctId
        : throw new CommandException($"{id} is no NCT ID; expected NCT and 8 digits, for example NCT06904755");

    private static void Write(Trial trial, SiteOptions site) => Console.Out.WriteLine($"""
        {trial.NctId}  version {trial.Version}, {(trial.IsListed ? "listed" : "no longer listed")}, from {trial.Seed?.FileName ?? "the registry"}
        {site.PublicBaseUrl}/trials/{trial.NctId}

        {SeedWriter.Write(trial.ToSeed(), site.Name)}

        """);
}
