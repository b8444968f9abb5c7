using Microsoft.AspNetCore.Http.Timeouts;

namespace TrialSite.Web.Http;

/// <summary>No page may take longer, and a site that is told to stop says so for a while before it closes its door.</summary>
internal static class SiteTimeouts
{
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSiteTimeouts(this IServiceCollection services) => services
        .AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = LongestPage,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        })
        .AddHostedService<ReadinessDrain>();

    /// <summary>Gives the proxy time to see on /health/ready that this process is leaving; not while developing.</summary>
    private sealed class ReadinessDrain(IHostEnvironment environment) : IHostedLifecycleService
    {
        private static readonly TimeSpan Drain = TimeSpan.FromSeconds(3);

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => environment.IsProduction() ? Task.Delay(Drain, cancellationToken) : Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
