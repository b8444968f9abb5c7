using TrialSite.Alerts.Smtp;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Opens the transport that the settings choose.</summary>
public sealed class MailTransports(MailOptions mail, TimeProvider time, bool isRestricted)
{
    private IReadOnlyCollection<string>? Allowed => isRestricted ? mail.AllowedRecipientAddresses : null;

    /// <summary>For one run: its connection is kept from mail to mail.</summary>
    public IMailTransport Open() => new OneRecipient(new PickupTransport(mail.PickupFolder), mail.IsSmtp ? Smtp() : null, Allowed);

    /// <summary>What keeps mails from leaving, in words; null when nothing does. No mail is sent.</summary>
    public async Task<string?> Fault(CancellationToken cancellationToken)
    {
        if (FolderFault() is { } folderFault && (!mail.IsSmtp || isRestricted))
            return folderFault;
        if (!mail.IsSmtp)
            return null;
        await using var smtp = Smtp();
        return (await smtp.Connect(cancellationToken))?.Reply;
    }

    public string InWords()
    {
        var folder = $"files in {mail.PickupFolder}";
        if (!mail.IsSmtp)
            return folder;
        var server = $"the mail server {mail.Host}, port {mail.Port}, {SmtpServer.Of(mail).EncryptionInWords}, {(mail.User is "" ? "no log-in" : "with a log-in")}";
        return isRestricted ? $"{server}, for {mail.AllowedRecipientAddresses.Count} allowed recipients (not Production); all else: {folder}" : server;
    }

    private SmtpTransport Smtp() => new(SmtpServer.Of(mail), time);

    private string? FolderFault()
    {
        var probe = Path.Combine(mail.PickupFolder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            DataFolder.Create(mail.PickupFolder);
            DataFolder.CreateFile(probe);
            File.Delete(probe);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"The folder {mail.PickupFolder} cannot be written: {fault.Message}";
        }
    }
}
