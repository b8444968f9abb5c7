using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary><c>trialsite mail preview NCT...</c>: what people would be mailed of a trial's last change.</summary>
internal static class MailPreviewCommand
{
    internal static Command Create()
    {
        var id = new Argument<string>("NCT_ID") { Description = "For example NCT06904755." };
        var folder = new Argument<string>("FOLDER") { Description = "Made when it is not there; files of the same name are replaced.", DefaultValueFactory = _ => "mail-preview" };
        var command = new Command("preview", """
            Write the mails that the last change of a trial sends, as .eml, .txt and .html. Nobody gets them.

            Examples:
              trialsite mail preview NCT06904755
              trialsite mail preview NCT06904755 look/here
            """) { id, folder };
        command.SetAction((call, cancellationToken) => Preview(call.GetRequiredValue(id), call.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> Preview(string id, string folder, CancellationToken cancellationToken)
    {
        if (!NctId.TryFind(id, out var nctId))
            throw new CommandException($"{id} is no NCT ID; expected NCT and 8 digits, for example NCT06904755");
        if (File.Exists(folder))
            throw new CommandException($"{folder} is a file; name a folder");
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var files = await services.GetRequiredService<MailPreview>().Write(nctId, folder, cancellationToken);
        if (files.Count == 0)
            throw new CommandException($"the site knows no trial {nctId}");
        foreach (var file in files)
            Console.Out.WriteLine(file);
        return CommandRun.Done;
    }
}
