using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TrialSite.Tests.Registry.Live;

/// <summary>A server on this machine that gives one written answer after the other, as the registry's API would, and keeps what it was asked.</summary>
internal sealed class RecordedRegistry : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Queue<Func<HttpContext, Task>> answers;

    private RecordedRegistry(WebApplication server, IEnumerable<Func<HttpContext, Task>> answers) => (this.server, this.answers) = (server, new(answers));

    public List<(string Address, string UserAgent)> Asked { get; } = [];

    public string BaseUrl => server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/api/v2/";

    /// <summary>The last answer is given to whoever asks on.</summary>
    public static async Task<RecordedRegistry> Start(params IEnumerable<Func<HttpContext, Task>> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var registry = new RecordedRegistry(builder.Build(), answers);
        registry.server.Run(registry.Answer);
        await registry.server.StartAsync();
        return registry;
    }

    public static Func<HttpContext, Task> Page(string? nextPageToken, params IEnumerable<int> studies) => Text(
        $$"""{"studies":[{{string.Join(',', studies.Select(TestStudy.Line))}}]{{(nextPageToken is null ? "" : $",\"nextPageToken\":\"{nextPageToken}\"")}}}""");

    public static Func<HttpContext, Task> Text(string text) => context => context.Response.WriteAsync(text);

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync("no page");
    };

    public static Func<HttpContext, Task> HangUpHalfWay(string text) => async context =>
    {
        context.Response.ContentLength = text.Length;
        await context.Response.WriteAsync(text[..(text.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Until whoever asked hangs up.</summary>
    public static Task Never(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        lock (answers)
        {
            Asked.Add((context.Request.Path + context.Request.QueryString.ToString(), context.Request.Headers.UserAgent.ToString()));
            return (answers.Count > 1 ? answers.Dequeue() : answers.Peek())(context);
        }
    }
}
