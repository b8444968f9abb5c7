using MimeKit;

namespace TrialSite.Alerts;

public enum HandOverOutcome
{
    /// <summary>250: the server has the mail.</summary>
    Accepted,

    /// <summary>45x, or a connection lost before the mail's end: the server has not got it, try later.</summary>
    NotNow,

    /// <summary>421, or no connection: no mail will do for a while.</summary>
    HostBusy,

    /// <summary>550 5.1.1 and its like at the recipient: there is no such address.</summary>
    AddressUnknown,

    /// <summary>554 5.7.x: the server refuses us, not the person.</summary>
    PolicyRefused,

    /// <summary>Another refusal for good of this one mail.</summary>
    Rejected,

    /// <summary>The connection was lost after the mail's end: nobody knows.</summary>
    Uncertain,
}

/// <summary>How it went, and what the server said, without addresses.</summary>
public sealed record HandOver(HandOverOutcome Outcome, string Reply);

/// <summary>Hands a finished mail to whoever takes it on: a folder or a mail server. Told, not thrown: what the other side answers.</summary>
public interface IMailTransport : IAsyncDisposable
{
    Task<HandOver> Send(MimeMessage message, CancellationToken cancellationToken);
}
