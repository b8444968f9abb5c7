using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TrialSite.Benchmarks;

/// <summary>The framework's server with ready bytes and nothing before them: about as fast as kept pages could be at most.</summary>
internal static class ServerAlone
{
    /// <summary>Sends the same page to whatever is asked, as the site would, until the process is told to end.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="folder">Has <c>page.html</c>, the same as Brotli in <c>page.br</c>, and in <c>headers</c> what the site sends with it, a header a line.</param>
    public static async Task Run(string address, string folder)
    {
        // As src/TrialSite.Web/Http/SiteServer.cs has it.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address).UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true)
            .ConfigureKestrel((KestrelServerOptions server) => server.AddServerHeader = false);
        var (plain, brotli, headers) = (Read("page.html"), Read("page.br"), Headers(Path.Combine(folder, "headers")));
        await using var app = builder.Build();
        app.Run(context => Send(context, headers, plain, brotli));
        await app.RunAsync();

        byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder, name));
    }

    private static Task Send(HttpContext context, List<(string Name, string Value)> headers, byte[] plain, byte[] brotli)
    {
        var response = context.Response;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var isPlain = context.Request.Headers.AcceptEncoding.Count == 0;
        if (!isPlain)
            response.Headers.ContentEncoding = "br";
        var bytes = isPlain ? plain : brotli;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static List<(string Name, string Value)> Headers(string file) =>
        [.. File.ReadLines(file).Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]))];
}
