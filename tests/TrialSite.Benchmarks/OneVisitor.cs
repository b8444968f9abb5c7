using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrialSite.Benchmarks;

/// <summary>One connection on which a page is asked for after the other, by a thread that waits in the system for each answer.</summary>
/// <remarks>An HttpClient's own threads take the site's cores while it answers, and most of what it measures in fractions of a millisecond is the wait for these.</remarks>
internal sealed class OneVisitor : IDisposable
{
    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[1 << 20];
    private readonly Uri site;
    private readonly Action fault;

    /// <param name="site">On this machine.</param>
    /// <param name="fault">Told of each answer that is no page.</param>
    public OneVisitor(Uri site, Action fault)
    {
        (this.site, this.fault) = (site, fault);
        socket.Connect(IPAddress.Loopback, site.Port);
    }

    /// <summary>Returns when all of the page is there.</summary>
    public void Ask(string path)
    {
        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\n\r\n"));
        int length = 0, body;
        while ((body = answer.AsSpan(0, length).IndexOf(EndOfHeaders)) < 0)
            length += Receive(length);
        var headers = Encoding.ASCII.GetString(answer, 0, body);
        if (!headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            fault();
        for (var end = body + EndOfHeaders.Length + LengthIn(headers); length < end;)
            length += Receive(length);
    }

    public void Dispose() => socket.Dispose();

    private int Receive(int from) => socket.Receive(answer, from, answer.Length - from, SocketFlags.None) is > 0 and var count ? count : throw new IOException("The site closed the connection.");

    private static int LengthIn(string headers)
    {
        const string Name = "Content-Length: ";
        var at = headers.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidOperationException($"How long the answer is stands nowhere: {headers}");
        var value = headers.AsSpan(at + Name.Length);
        return int.Parse(value.IndexOf('\r') is >= 0 and var end ? value[..end] : value, CultureInfo.InvariantCulture);
    }
}
