using MimeKit;

namespace TrialSite.Alerts;

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary><c>pickup</c>: each mail a file in a folder; <c>smtp</c>: to a mail server.</summary>
    public string Transport { get; set; } = "pickup";

    /// <summary>By default <c>mail</c> in the data folder.</summary>
    public string PickupFolder { get; set; } = "";
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>For example <c>Trials &lt;updates@trials.example.org&gt;</c>; by default the site's name and <c>updates@</c> its host.</summary>
    public string From { get; set; } = "";

    /// <summary>Outside Production only these addresses get mail by SMTP, separated by commas; all else goes to the folder.</summary>
    public string AllowedRecipients { get; set; } = "";

    /// <summary>Off where <c>trialsite mail send</c> is run by a timer instead.</summary>
    public bool SendInBackground { get; set; } = true;

    /// <summary>How long a dispatcher that died keeps a mail from others.</summary>
    public int LeaseSeconds { get; set; } = 120;

    /// <summary>How long to wait before a mail is sent again that the server may have.</summary>
    public int UncertainMinutes { get; set; } = 15;

    public bool IsSmtp => Transport == "smtp";

    public MailboxAddress Sender => MailboxAddress.Parse(From);

    public string MessageIdDomain => Sender.Domain;

    public IReadOnlyList<string> AllowedRecipientAddresses => AllowedRecipients.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is wrong with the settings and how to mend it; null when they are right.</summary>
    public string? Fault()
    {
        if (Transport is not ("pickup" or "smtp"))
            return "Mail:Transport must be pickup or smtp.";
        if (IsSmtp && Host.Length == 0)
            return "Mail:Host is not set. Set it to your mail server's name, or set Mail:Transport to pickup.";
        if (Port is < 1 or > 65535)
            return "Mail:Port must be a number from 1 to 65535.";
        if (!MailboxAddress.TryParse(From, out var from) || from.Domain.Length == 0)
            return "Mail:From must be one email address, for example Trials <updates@trials.example.org>";
        if (AllowedRecipientAddresses.FirstOrDefault(address => !EmailAddress.TryParse(address, out _)) is { } unreadable)
            return $"Mail:AllowedRecipients holds {unreadable}, which is no email address.";
        if (LeaseSeconds < 1 || UncertainMinutes < 0)
            return "Mail:LeaseSeconds must be at least 1 and Mail:UncertainMinutes at least 0.";
        return null;
    }
}
