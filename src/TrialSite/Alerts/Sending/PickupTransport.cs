using MimeKit;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Writes each mail as a file for another program, or for a developer's eyes. The same mail again replaces its file.</summary>
internal sealed class PickupTransport(string folder) : IMailTransport
{
    /// <summary>As MailKit prepares a mail for a server, so that both get the same bytes.</summary>
    private const int LongestLine = 998;

    public async Task<HandOver> Send(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await Write(message, Path.Combine(folder, $"{FileName(message.MessageId!)}.eml"), cancellationToken);
            return new(HandOverOutcome.Accepted, "Written to the folder.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk or missing rights hit every mail alike.
            return new(HandOverOutcome.HostBusy, $"The folder cannot be written: {fault.GetType().Name}.");
        }
        catch (OperationCanceledException)
        {
            return new(HandOverOutcome.NotNow, "The program ends.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A reader of the folder sees whole mails only.</summary>
    private async Task Write(MimeMessage message, string path, CancellationToken cancellationToken)
    {
        DataFolder.Create(folder);
        var unfinished = $"{path}.tmp";
        DataFolder.CreateFile(unfinished);
        await using (var file = new FileStream(unfinished, FileMode.Truncate, FileAccess.Write))
        {
            message.Prepare(EncodingConstraint.SevenBit, LongestLine);
            await message.WriteToAsync(MailFormat.Lines, file, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    private static string FileName(string messageId) => string.Concat(messageId.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));
}
