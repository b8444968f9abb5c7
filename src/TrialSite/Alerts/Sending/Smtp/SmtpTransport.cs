using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TrialSite.Alerts.Smtp;

/// <summary>Hands mails to a mail server, on one connection as long as that lasts.</summary>
internal sealed class SmtpTransport : IMailTransport
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CommandWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MessageWithin = TimeSpan.FromSeconds(60);

    /// <summary>When the program ends, a mail on its way may arrive yet.</summary>
    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(5);

    private readonly SmtpServer server;
    private readonly TimeProvider time;
    private readonly FinalDotWatch watch;
    private SmtpClient? client;
    private CancellationTokenSource? deadline;
    private volatile bool isEnding;

    public SmtpTransport(SmtpServer server, TimeProvider time)
    {
        this.server = server;
        this.time = time;
        watch = new(() => deadline?.CancelAfter(isEnding ? AtTheEnd : MessageWithin));
    }

    public async Task<HandOver> Send(MimeMessage message, CancellationToken cancellationToken)
    {
        var isKept = client is { IsConnected: true };
        var handOver = await ConnectAndSend(message, cancellationToken);
        // A server may close a connection that was long unused or had its share of mails: that says nothing about this mail.
        return isKept && client is null && !watch.HasSeenDot && handOver.Outcome is HandOverOutcome.NotNow or HandOverOutcome.HostBusy && !cancellationToken.IsCancellationRequested
            ? await ConnectAndSend(message, cancellationToken)
            : handOver;
    }

    /// <summary>Null when connected and logged in; otherwise why not.</summary>
    public async Task<HandOver?> Connect(CancellationToken cancellationToken)
    {
        if (client is { IsConnected: true })
            return null;
        var fresh = new SmtpClient(watch);
        var reason = await ReasonNotToUse(fresh, cancellationToken);
        if (reason is null)
        {
            // So that a mail has the same bytes on any server, and ends in a dot.
            fresh.Capabilities &= ~(SmtpCapabilities.EightBitMime | SmtpCapabilities.BinaryMime | SmtpCapabilities.Chunking | SmtpCapabilities.UTF8);
            client = fresh;
            return null;
        }
        fresh.Dispose();
        return new(HandOverOutcome.HostBusy, reason);
    }

    public async ValueTask DisposeAsync()
    {
        if (client is null)
            return;
        using var atMost = new CancellationTokenSource(AtTheEnd, time);
        await client.DisconnectAsync(quit: true, atMost.Token);
        Drop();
    }

    private async Task<HandOver> ConnectAndSend(MimeMessage message, CancellationToken cancellationToken)
    {
        watch.Reset();
        if (await Connect(cancellationToken) is { } fault)
            return fault;
        using var limit = deadline = new CancellationTokenSource(CommandWithin, time);
        await using var atTheEnd = cancellationToken.Register(() =>
        {
            isEnding = true;
            limit.CancelAfter(AtTheEnd);
        });
        var handOver = await HandOver(message, limit.Token);
        deadline = null;
        if (handOver.Outcome is HandOverOutcome.HostBusy || !client!.IsConnected)
            Drop();
        return handOver;
    }

    private async Task<HandOver> HandOver(MimeMessage message, CancellationToken deadline)
    {
        try
        {
            var reply = await client!.SendAsync(MailFormat.Lines, message, message.From.Mailboxes.Single(), [message.To.Mailboxes.Single()], deadline);
            return new(HandOverOutcome.Accepted, SmtpAnswer.WithoutAddresses((int)SmtpStatusCode.Ok, reply));
        }
        catch (SmtpCommandException fault)
        {
            return SmtpAnswer.Refusal(fault);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return new(HandOverOutcome.HostBusy, "530 The mail server wants a log-in: set Mail:User and Mail:Password.");
        }
        catch (Exception fault) when (IsLostLine(fault))
        {
            return watch.HasSeenDot
                ? new(HandOverOutcome.Uncertain, "The connection was lost after the mail's end.")
                : new(HandOverOutcome.NotNow, "The connection was lost before the mail's end.");
        }
    }

    private async Task<string?> ReasonNotToUse(SmtpClient fresh, CancellationToken cancellationToken)
    {
        try
        {
            using (var limit = Limit(ConnectWithin, cancellationToken, out var connecting))
            using (connecting)
                await fresh.ConnectAsync(await Reach(connecting.Token), server.Host, server.Port, server.Encryption, connecting.Token);
        }
        catch (NotSupportedException)
        {
            return "The mail server offers no STARTTLS, and nothing is sent in clear text.";
        }
        catch (SslHandshakeException)
        {
            return "The mail server's certificate is not trusted, or TLS failed; nothing is sent.";
        }
        catch (SmtpCommandException fault)
        {
            return SmtpAnswer.WithoutAddresses((int)fault.StatusCode, fault.Message);
        }
        catch (Exception fault) when (IsLostLine(fault))
        {
            return fault is SocketException socket ? $"No connection to the mail server: {socket.SocketErrorCode}." : "No connection to the mail server.";
        }
        return server.User is "" ? null : await ReasonNotLoggedIn(fresh, cancellationToken);
    }

    /// <summary>Without the delay that joins small writes: a mail's last block would wait 40 ms for the server to confirm the one before.</summary>
    private async Task<Socket> Reach(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<string?> ReasonNotLoggedIn(SmtpClient fresh, CancellationToken cancellationToken)
    {
        try
        {
            using (var limit = Limit(CommandWithin, cancellationToken, out var loggingIn))
            using (loggingIn)
                await fresh.AuthenticateAsync(server.User, server.Password, loggingIn.Token);
            return null;
        }
        catch (NotSupportedException)
        {
            return "The mail server offers no way to log in that we know.";
        }
        catch (Exception fault) when (fault is AuthenticationException or SaslException or SmtpCommandException)
        {
            return "The mail server refused the log-in: check Mail:User and Mail:Password.";
        }
        catch (Exception fault) when (IsLostLine(fault))
        {
            return "The connection was lost while logging in.";
        }
    }

    private CancellationTokenSource Limit(TimeSpan limit, CancellationToken cancellationToken, out CancellationTokenSource both)
    {
        var source = new CancellationTokenSource(limit, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(source.Token, cancellationToken);
        return source;
    }

    /// <summary>Closed, broken, too slow, or not speaking SMTP.</summary>
    private static bool IsLostLine(Exception fault) =>
        fault is IOException or SocketException or ProtocolException or ServiceNotConnectedException or OperationCanceledException or TimeoutException;

    private void Drop()
    {
        client?.Dispose();
        client = null;
    }
}
