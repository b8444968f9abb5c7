using System.Net;
using MailKit.Security;

namespace TrialSite.Alerts.Smtp;

/// <summary>Where mails go, and how the way there is kept private.</summary>
internal sealed record SmtpServer(string Host, int Port, string User, string Password, SecureSocketOptions Encryption)
{
    private const int ImplicitTlsPort = 465;

    public string EncryptionInWords => Encryption switch
    {
        SecureSocketOptions.SslOnConnect => "TLS from the start",
        SecureSocketOptions.StartTls => "STARTTLS required",
        _ => "not encrypted, as it is this machine",
    };

    /// <summary>Never "when available": whoever can touch the line would make it unavailable.</summary>
    public static SmtpServer Of(MailOptions mail) => new(
        mail.Host,
        mail.Port,
        mail.User,
        mail.Password,
        mail.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect : IsThisMachine(mail.Host) ? SecureSocketOptions.None : SecureSocketOptions.StartTls);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
