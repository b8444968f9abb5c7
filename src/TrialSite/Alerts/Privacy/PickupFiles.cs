using MimeKit;

namespace TrialSite.Alerts;

/// <summary>Mails that lie in the pickup folder, finished or not; another program may take them away at any moment.</summary>
internal static class PickupFiles
{
    /// <summary>Whether there was one to that address.</summary>
    public static bool Delete(string folder, EmailAddress recipient)
    {
        var own = All(folder).Where(file => IsTo(file, recipient)).ToList();
        foreach (var file in own)
            file.Delete();
        return own.Count > 0;
    }

    public static void DeleteOlder(string folder, DateTimeOffset than)
    {
        foreach (var file in All(folder).Where(file => file.LastWriteTimeUtc < than.UtcDateTime))
            file.Delete();
    }

    private static IEnumerable<FileInfo> All(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Name.EndsWith(".eml", StringComparison.Ordinal) || file.Name.EndsWith(".eml.tmp", StringComparison.Ordinal))
        : [];

    private static bool IsTo(FileInfo file, EmailAddress recipient)
    {
        try
        {
            using var stream = file.OpenRead();
            var to = new MimeParser(stream).ParseHeaders()[HeaderId.To];
            return InternetAddressList.TryParse(to, out var list) && list.Mailboxes.Any(mailbox => mailbox.Address.Equals(recipient.Value, StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception fault) when (fault is FileNotFoundException or FormatException)
        {
            // Taken away meanwhile, or not even begun: a mail's first lines are written at once.
            return false;
        }
    }
}
