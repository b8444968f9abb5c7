using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TrialSite.Tests.Alerts;

internal enum MailStep
{
    Greeting,
    LogIn,
    Sender,
    Recipient,
    Data,

    /// <summary>The client may send the mail; its end has not been read.</summary>
    Body,

    /// <summary>The final dot was read, and the mail recorded.</summary>
    End,
}

/// <summary>A mail as the server got it, to the last byte.</summary>
internal sealed record RecordedMail(string Recipient, byte[] Bytes, bool WasEncrypted)
{
    public string Text => Encoding.ASCII.GetString(Bytes);
}

/// <summary>A mail server on a loopback socket that speaks the real protocol, keeps all it is given and fails as it is told.</summary>
internal sealed class RecordingMailServer : IAsyncDisposable
{
    /// <summary>An answer of <see cref="Answer"/>: the connection is closed at once.</summary>
    public const string Drop = "drop";

    /// <summary>An answer of <see cref="Answer"/>: none ever comes.</summary>
    public const string Silence = "silence";

    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly TcpListener listener;
    private readonly Task accepting;
    private readonly ConcurrentBag<Task> talks = [];

    private RecordingMailServer(int port, X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public ConcurrentQueue<RecordedMail> Mails { get; } = new();
    public ConcurrentQueue<string> Commands { get; } = new();
    public int Connections { get; private set; }
    public bool OffersLogIn { get; init; }

    /// <summary>What to say at a step to this recipient (empty before it is known); null: all is well.</summary>
    public Func<MailStep, string, string?> Answer { get; set; } = (_, _) => null;

    public static RecordingMailServer Start(int port = 0, X509Certificate2? certificate = null, bool offersLogIn = false) => new(port, certificate) { OffersLogIn = offersLogIn };

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stopping.Token);
                Connections++;
                talks.Add(Task.Run(() => Talk(socket)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task Talk(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            await new SmtpTalk(this, stream, certificate, stopping.Token).Run();
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or EndOfStreamException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or did not trust the certificate.
        }
    }

    private sealed class SmtpTalk(RecordingMailServer server, Stream line, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        private readonly byte[] buffer = new byte[64 * 1024];
        private Stream stream = line;
        private int start;
        private int end;
        private string recipient = "";
        private bool isEncrypted;
        private bool isOver;

        public async Task Run()
        {
            await Reply(MailStep.Greeting, "220 recording.example");
            while (!isOver)
            {
                var command = Encoding.ASCII.GetString(await ReadLine());
                server.Commands.Enqueue(command);
                await Obey(command);
            }
        }

        private Task Obey(string command) => command.Split(' ')[0].ToUpperInvariant() switch
        {
            "EHLO" => Say(string.Join("\r\n", Extensions())),
            "STARTTLS" => Encrypt(),
            "AUTH" => Reply(MailStep.LogIn, "235 2.7.0 Welcome"),
            "MAIL" => Reply(MailStep.Sender, "250 2.1.0 Sender ok", recipient = ""),
            "RCPT" => Reply(MailStep.Recipient, "250 2.1.5 Recipient ok", recipient = command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)]),
            "DATA" => Take(),
            "QUIT" => End(),
            _ => Say("250 2.0.0 Ok"),
        };

        private IEnumerable<string> Extensions()
        {
            yield return "250-recording.example";
            if (certificate is not null && !isEncrypted)
                yield return "250-STARTTLS";
            if (server.OffersLogIn)
                yield return "250-AUTH PLAIN";
            yield return "250-PIPELINING";
            yield return "250-8BITMIME";
            yield return "250-CHUNKING";
            yield return "250 ENHANCEDSTATUSCODES";
        }

        private async Task Encrypt()
        {
            await Say("220 2.0.0 Go on");
            var secure = new SslStream(stream, leaveInnerStreamOpen: false);
            await secure.AuthenticateAsServerAsync(certificate!);
            (stream, isEncrypted) = (secure, true);
        }

        private async Task Take()
        {
            if (server.Answer(MailStep.Data, recipient) is { } refusal)
            {
                await Do(refusal);
                return;
            }
            await Say("354 Go on");
            if (server.Answer(MailStep.Body, recipient) is { } fault)
            {
                await Do(fault);
                return;
            }
            var mail = new MemoryStream();
            while (await ReadLine() is var text && !text.AsSpan().SequenceEqual("."u8))
            {
                mail.Write(text.AsSpan(text is [(byte)'.', ..] ? 1 : 0));
                mail.Write("\r\n"u8);
            }
            var answer = server.Answer(MailStep.End, recipient);
            if (answer is null or Drop or Silence)
                server.Mails.Enqueue(new(recipient, mail.ToArray(), isEncrypted));
            await Do(answer ?? "250 2.0.0 Queued");
        }

        private Task Reply(MailStep step, string usual, string? to = null) => Do(server.Answer(step, to ?? recipient) ?? usual);

        private async Task Do(string answer)
        {
            if (answer == Drop)
                isOver = true;
            else if (answer == Silence)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            else
                await Say(answer);
            isOver |= answer.StartsWith("421", StringComparison.Ordinal);
        }

        private Task End()
        {
            isOver = true;
            return Say("221 2.0.0 Bye");
        }

        private async Task Say(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), cancellationToken);

        private async Task<byte[]> ReadLine()
        {
            var line = new MemoryStream();
            while (true)
            {
                var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
                if (found >= 0)
                {
                    line.Write(buffer, start, found);
                    start += found + 1;
                    return line.ToArray()[..^1];
                }
                line.Write(buffer, start, end - start);
                (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
                if (end == 0)
                    throw new EndOfStreamException();
            }
        }
    }
}
