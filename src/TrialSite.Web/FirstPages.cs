using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TrialSite.Trials;

namespace TrialSite.Web;

/// <summary>
/// Asks the site for its home page, its newest trials, some of their conditions and searches for these once it has started: the code of pages is compiled by then, and
/// what can be kept is kept, before many visitors came.
/// </summary>
internal sealed partial class FirstPages(IServer server, TrialLists lists, IHostApplicationLifetime lifetime, ILogger<FirstPages> log) : BackgroundService
{
    /// <summary>Code that ran thirty times is compiled for speed.</summary>
    private const int Newest = 40;

    /// <summary>All together less than one address may ask for at once: whoever tries the site out on this machine has the same.</summary>
    private const int Named = 15;

    /// <summary>The first visitor comes first.</summary>
    private static readonly TimeSpan BeforeAsking = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await Task.Delay(BeforeAsking, stoppingToken);
            if (OwnAddress() is { } site)
                await Ask(site, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // Visitors do it. A fault that left here, a time-out for one, would stop the site.
            LogNotNow(fault.Message);
        }
    }

    private async Task Ask(Uri site, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = site };
        client.DefaultRequestHeaders.Host = "localhost";
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        var trials = await lists.Newest(Newest, cancellationToken);
        var names = trials.Select(trial => trial.Condition).OfType<string>().Distinct().Take(Named).ToList();
        string[] pages =
        [
            Links.Home,
            .. trials.Select(trial => Links.Trial(trial.NctId)),
            .. names.Select(name => Links.Condition(Slug.From(name))),
            .. names.Select(name => Links.Search(new() { Text = name })),
        ];
        foreach (var page in pages)
        {
            using var answer = await client.GetAsync(page, cancellationToken);
            // Where one address may ask for less, what is left of it is for whoever tries the site out.
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return;
        }
    }

    /// <summary>On this machine; null where it has none that is plain HTTP.</summary>
    private Uri? OwnAddress() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(BindingAddress.Parse)
            .Where(address => address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false })
            .Select(address => new UriBuilder(address.Scheme, address.Host is "+" or "*" or "[::]" or "0.0.0.0" ? "localhost" : address.Host, address.Port).Uri)
            .FirstOrDefault();

    [LoggerMessage(LogLevel.Information, "The first pages could not be made ready: {Reason}")]
    private partial void LogNotNow(string reason);
}
