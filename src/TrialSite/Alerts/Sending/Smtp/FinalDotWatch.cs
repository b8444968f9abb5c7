using MailKit;

namespace TrialSite.Alerts.Smtp;

/// <summary>
/// Watches the line for the dot that ends a mail: until it has left, the server cannot have taken the mail; from then on it may have.
/// MailKit throws the same exception for both. Keeps and writes nothing of what passes.
/// </summary>
/// <remarks>MailKit tells of bytes right after the operating system took them. It never uses BDAT here, see <see cref="SmtpTransport"/>.</remarks>
internal sealed class FinalDotWatch(Action onData) : IProtocolLogger
{
    private static ReadOnlySpan<byte> Data => "DATA\r\n"u8;
    private static ReadOnlySpan<byte> End => "\r\n.\r\n"u8;

    private readonly byte[] tail = new byte[5];
    private bool isAfterData;

    public bool HasSeenDot { get; private set; }
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void Reset() => isAfterData = HasSeenDot = false;

    public void LogConnect(Uri uri)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        var sent = buffer.AsSpan(offset, count);
        if (isAfterData)
        {
            Remember(sent);
            HasSeenDot |= tail.AsSpan().SequenceEqual(End);
        }
        else if (sent.SequenceEqual(Data))
        {
            isAfterData = true;
            Array.Clear(tail);
            onData();
        }
    }

    public void Dispose()
    {
    }

    private void Remember(ReadOnlySpan<byte> sent)
    {
        var last = sent[^Math.Min(sent.Length, tail.Length)..];
        tail.AsSpan(last.Length).CopyTo(tail);
        last.CopyTo(tail.AsSpan(tail.Length - last.Length));
    }
}
