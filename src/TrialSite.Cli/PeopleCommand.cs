using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Cli;

/// <summary><c>trialsite people</c>: what a person may ask an operator for.</summary>
internal static class PeopleCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create() => new("people", """
        Give a person a copy of all that is kept about an email address, or erase it.
        The address is written to no log.

        Examples:
          trialsite people export reader@example.org
          trialsite people erase reader@example.org
        """)
    {
        Verb("export", "Print all that is kept about an address, as JSON.", Export),
        Verb("erase", "Erase all that is kept about an address. Consents and blocks stay, in coded form only.", Erase),
    };

    private static Command Verb(string name, string description, Func<EmailAddress, CancellationToken, Task<int>> act)
    {
        var address = new Argument<string>("ADDRESS") { Description = "For example reader@example.org." };
        var command = new Command(name, $"""
            {description}

            Examples:
              trialsite people {name} reader@example.org
            """) { address };
        command.SetAction((call, cancellationToken) => act(Read(call.GetRequiredValue(address)), cancellationToken));
        return command;
    }

    private static async Task<int> Export(EmailAddress address, CancellationToken cancellationToken)
    {
        await using var services = await CommandRun.OpenSite(cancellationToken);
        if (await services.GetRequiredService<People>().Export(address, cancellationToken) is not { } export)
            return Nothing("Nothing is kept about this address.");
        Console.Out.WriteLine(JsonSerializer.Serialize(export, Json));
        return CommandRun.Done;
    }

    private static async Task<int> Erase(EmailAddress address, CancellationToken cancellationToken)
    {
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var hasErased = await services.GetRequiredService<People>().Erase(address, cancellationToken);
        if (!await services.GetRequiredService<IStoreUpkeep>().ForgetDeleted(cancellationToken))
            throw new CommandException("erased, but somebody reads older rows, so that the database's log still holds them; say it again in a minute");
        if (!hasErased)
            return Nothing("Nothing to erase about this address. Consents and blocks, if any, stay in coded form only.");
        Console.Out.WriteLine("Erased: sign-ups, subscriptions, mails and links. Consents and blocks stay, in coded form only.");
        return CommandRun.Done;
    }

    private static int Nothing(string words)
    {
        Console.Error.WriteLine(words);
        return CommandRun.FoundErrors;
    }

    private static EmailAddress Read(string text) => EmailAddress.TryParse(text, out var address)
        ? address
        : throw new CommandException("that is no email address; expected one like reader@example.org");
}
