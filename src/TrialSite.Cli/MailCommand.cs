using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Cli;

/// <summary><c>trialsite mail ...</c>: sends what is due, and shows how the sending of mails stands.</summary>
internal static class MailCommand
{
    public static Command Create() => new("mail", """
        Send the mails that are due, see how many wait and why, check the settings, look at mails before they go out.

        Examples:
          trialsite mail send
          trialsite mail status
          trialsite mail doctor
          trialsite mail preview NCT06904755
        """) { SendVerb(), StatusVerb(), MailDoctorCommand.Verb(), MailPreviewCommand.Create() };

    private static Command SendVerb()
    {
        var verb = new Command("send", """
            Do now what the site does every few seconds: answer sign-ups, make the mails that are due, and send them.
            Any number of these can run at once, also beside the site.

            Examples:
              trialsite mail send
            """);
        verb.SetAction((_, cancellationToken) => Send(cancellationToken));
        return verb;
    }

    private static Command StatusVerb()
    {
        var verb = new Command("status", """
            Show how many mails wait, were sent or failed, and what is held back. Names nobody.
            Exit code 1 when a delivery is lost.

            Examples:
              trialsite mail status
            """);
        verb.SetAction((_, cancellationToken) => Status(cancellationToken));
        return verb;
    }

    private static async Task<int> Send(CancellationToken cancellationToken)
    {
        await using var services = await CommandRun.OpenSite(cancellationToken);
        var run = services.GetRequiredService<AlertRun>();
        var sent = 0;
        while (await run.Once(cancellationToken) is > 0 and var more)
            sent += more;
        var status = await StatusOf(services, cancellationToken);
        Console.Out.WriteLine($"{sent} sent, {Count(status, OutboxEmailState.Waiting)} waiting, {Count(status, OutboxEmailState.Failed)} failed.");
        WriteReplies(status);
        return CommandRun.Done;
    }

    private static async Task<int> Status(CancellationToken cancellationToken)
    {
        await using var services = await CommandRun.OpenSite(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var status = await StatusOf(services, cancellationToken);
        var counts = await AlertCounts.Read(scope.ServiceProvider.GetRequiredService<TrialDbContext>(), cancellationToken);
        Console.Out.WriteLine($"Transport: {services.GetRequiredService<MailTransports>().InWords()}.");
        Console.Out.WriteLine($"Mails: {string.Join(", ", Enum.GetValues<OutboxEmailState>().Select(state => $"{Count(status, state)} {state.ToString().ToLowerInvariant()}"))}.");
        if (status.OldestDue is { } oldest)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The longest waiting mail is due since, or from, {oldest.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
        WriteReplies(status);
        Console.Out.WriteLine($"Deliveries: {counts.Due} due = {counts.Sent} sent + {counts.Skipped.Values.Sum()} skipped + {counts.Waiting} to be gathered + {counts.WaitingInOutbox} in waiting mails; {counts.Imbalance} lost.");
        Console.Out.WriteLine($"Addresses that get no mail at present: {status.Suppressed}. Imports that wait for an editor: {status.HeldImports}.");
        return counts.Imbalance == 0 ? CommandRun.Done : CommandRun.FoundErrors;
    }

    private static async Task<OutboxStatus> StatusOf(ServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await OutboxStatus.Read(scope.ServiceProvider.GetRequiredService<TrialDbContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
    }

    private static void WriteReplies(OutboxStatus status)
    {
        foreach (var (reply, mails) in status.Replies)
            Console.Out.WriteLine($"  {mails} waiting after: {reply}");
    }

    private static int Count(OutboxStatus status, OutboxEmailState state) => status.Mails.GetValueOrDefault(state);
}
