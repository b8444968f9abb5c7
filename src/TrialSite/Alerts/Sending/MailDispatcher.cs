using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Sends what waits in the outbox. Any number of dispatchers, in any number of processes, can work at once.</summary>
public sealed partial class MailDispatcher(
    Outbox outbox, EmailComposer composer, MailTransports transports, IServiceScopeFactory scopes, TimeProvider time, Random random, ILogger<MailDispatcher> log)
{
    /// <summary>So many mails may be refused one after the other before that is about us, and no more about each of them.</summary>
    private const int MostRefusedInARow = 2;

    private DateTimeOffset nothingBefore;

    /// <summary>Mails that the server wanted not to have since it last took one; null when it has taken none yet.</summary>
    private int? refusedInARow;
    private int serverFailures;
    private bool isUnwelcome;

    /// <summary>Whether the mail server, or the folder, takes nothing at present.</summary>
    public bool IsHeld => time.GetUtcNow() < nothingBefore;

    /// <summary>How many mails were sent.</summary>
    public async Task<int> SendDue(CancellationToken cancellationToken)
    {
        if (IsHeld)
            return 0;
        var owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
        await using var transport = transports.Open();
        var sent = 0;
        try
        {
            while (!IsHeld && !cancellationToken.IsCancellationRequested)
            {
                await outbox.Recover(cancellationToken);
                var claimed = await outbox.Claim(owner, cancellationToken);
                if (claimed.Count == 0)
                    break;
                sent += await Send(claimed, transport, cancellationToken);
            }
        }
        finally
        {
            await outbox.Release(owner, CancellationToken.None);
            if (isUnwelcome)
                await outbox.Hold(nothingBefore, CancellationToken.None);
            isUnwelcome = false;
        }
        return sent;
    }

    private async Task<int> Send(IReadOnlyList<OutboxEmail> claimed, IMailTransport transport, CancellationToken cancellationToken)
    {
        var composed = await Compose(claimed, cancellationToken);
        HandedOver? last = null;
        var sent = 0;
        try
        {
            foreach (var mail in composed)
            {
                if (IsHeld || cancellationToken.IsCancellationRequested)
                    break;
                if (mail.Message is null)
                {
                    await outbox.Skip(mail.Mail, cancellationToken);
                    continue;
                }
                var isStarted = await outbox.Start(mail.Mail, last, cancellationToken);
                last = null;
                if (!isStarted)
                    continue;
                last = new(mail.Mail, Judge(await transport.Send(mail.Message, cancellationToken)), time.GetUtcNow());
                sent += Note(last);
            }
        }
        finally
        {
            // What a mail server answered is not forgotten because the program ends.
            if (last is not null)
                await outbox.Record(last, CancellationToken.None);
        }
        return sent;
    }

    private async Task<IReadOnlyList<ComposedEmail>> Compose(IReadOnlyList<OutboxEmail> claimed, CancellationToken cancellationToken)
    {
        try
        {
            return await ComposeAll(claimed, cancellationToken);
        }
        catch (Exception fault) when (IsOfOneMail(fault))
        {
            // One mail that cannot be made must not keep the others.
            return await ComposeEach(claimed, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ComposedEmail>> ComposeAll(IReadOnlyList<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await composer.Compose(scope.ServiceProvider.GetRequiredService<TrialDbContext>(), mails, cancellationToken);
    }

    private async Task<IReadOnlyList<ComposedEmail>> ComposeEach(IReadOnlyList<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var composed = new List<ComposedEmail>();
        foreach (var mail in mails)
        {
            try
            {
                composed.AddRange(await ComposeAll([mail], cancellationToken));
            }
            catch (Exception fault) when (IsOfOneMail(fault))
            {
                var cause = fault.GetType().Name;
                LogNotComposed(mail.Id, cause);
                await outbox.Record(new(mail, new(HandOverOutcome.NotNow, $"The mail could not be made: {cause}."), time.GetUtcNow()), cancellationToken);
            }
        }
        return composed;
    }

    private static bool IsOfOneMail(Exception fault) => fault is not (DbException or StoreUnavailableException or OperationCanceledException);

    /// <summary>A server that just took others refuses this mail and not us: some filter dislikes its words, and it must not keep the rest.</summary>
    private HandOver Judge(HandOver handOver)
    {
        if (handOver.Outcome == HandOverOutcome.Accepted)
            refusedInARow = 0;
        if (handOver.Outcome != HandOverOutcome.PolicyRefused)
            return handOver;
        refusedInARow = refusedInARow < MostRefusedInARow ? refusedInARow + 1 : null;
        return refusedInARow is null ? handOver : handOver with { Outcome = HandOverOutcome.NotNow };
    }

    /// <summary>1 when the mail was sent.</summary>
    private int Note(HandedOver last)
    {
        var (mail, handOver, at) = last;
        MailMeter.Count(mail.Kind, handOver.Outcome);
        serverFailures = handOver.Outcome == HandOverOutcome.HostBusy ? serverFailures + 1 : 0;
        switch (handOver.Outcome)
        {
            case HandOverOutcome.Accepted:
                return 1;
            case HandOverOutcome.HostBusy:
                nothingBefore = at + RetryTimes.OfServer(serverFailures, random);
                LogServerBusy(handOver.Reply, nothingBefore);
                break;
            case HandOverOutcome.PolicyRefused:
                (nothingBefore, isUnwelcome) = (at + OutboxOutcomes.AfterPolicyRefusal, true);
                LogUnwelcome(handOver.Reply, nothingBefore);
                break;
            default:
                LogNotSent(mail.Id, handOver.Outcome, handOver.Reply);
                break;
        }
        return 0;
    }

    [LoggerMessage(LogLevel.Warning, "No mail can be handed over now: {Reply} Next try at {At}")]
    private partial void LogServerBusy(string reply, DateTimeOffset at);

    [LoggerMessage(LogLevel.Error, "The mail server wants no mail from us: {Reply} Nothing is sent before {At}")]
    private partial void LogUnwelcome(string reply, DateTimeOffset at);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent ({Outcome}): {Reply}")]
    private partial void LogNotSent(int id, HandOverOutcome outcome, string reply);

    [LoggerMessage(LogLevel.Error, "Mail {Id} could not be made: {Cause}")]
    private partial void LogNotComposed(int id, string cause);
}
