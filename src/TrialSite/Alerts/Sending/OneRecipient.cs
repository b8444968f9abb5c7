using MimeKit;

namespace TrialSite.Alerts;

/// <summary>The one way out: a mail to nobody or to several is refused, and outside Production only allowed recipients get theirs by the mail server.</summary>
internal sealed class OneRecipient(IMailTransport folder, IMailTransport? server, IReadOnlyCollection<string>? allowed) : IMailTransport
{
    public Task<HandOver> Send(MimeMessage message, CancellationToken cancellationToken)
    {
        var recipients = message.GetRecipients(onlyUnique: false);
        if (recipients.Count != 1 || !message.To.Mailboxes.SequenceEqual(recipients))
            return Task.FromResult(new HandOver(HandOverOutcome.Rejected, "The mail has not exactly one recipient."));
        return (IsForServer(recipients[0]) ? server! : folder).Send(message, cancellationToken);
    }

    private bool IsForServer(MailboxAddress recipient) =>
        server is not null && (allowed is null || allowed.Contains(recipient.Address, StringComparer.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        await folder.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }
}
