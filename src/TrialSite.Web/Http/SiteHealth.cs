using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrialSite.Store;

namespace TrialSite.Web.Http;

/// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: it can show trials.</summary>
internal static class SiteHealth
{
    public static IServiceCollection AddSiteHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreAnswers>("store");
        return services;
    }

    public static void MapSiteHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class StoreAnswers(TrialDbContext db, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return Task.FromResult(HealthCheckResult.Unhealthy("The site is stopping."));
            return Task.FromResult(HealthCheckResult.Healthy($"Generation {db.Generation}."));
        }
    }
}
