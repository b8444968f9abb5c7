using System.Globalization;
using System.Threading.RateLimiting;

namespace TrialSite.Web.Http;

/// <summary>The settings under <c>Limits</c>: requests a minute from one IPv4 address or IPv6 /64.</summary>
internal sealed class RateLimitOptions
{
    public int PagesPerMinute { get; set; } = 600;
    public int PagesAtOnce { get; set; } = 100;
    public int JsonPerMinute { get; set; } = 120;
    public int FollowPerMinute { get; set; } = 5;
    public int FollowPerHour { get; set; } = 20;
    public int ConfirmPerMinute { get; set; } = 30;
}

/// <summary>So much from one address, and so much at once from all.</summary>
internal static class RateLimits
{
    private const int AtOnce = 256;

    public static IServiceCollection AddSiteRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits").Get<RateLimitOptions>() ?? new();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
                context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(AllAtOnce),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerHour(context, limits)));
        });
    }

    private static RateLimitPartition<string> AllAtOnce(HttpContext context) => OwnAnswer.IsUnderWay(context)
        ? RateLimitPartition.GetNoLimiter("own")
        : RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = AtOnce, QueueLimit = AtOnce });

    private static RateLimitPartition<string> PerMinute(HttpContext context, RateLimitOptions limits)
    {
        var path = context.Request.Path;
        var visitor = VisitorAddress.BlockOf(context);
        if (path.StartsWithSegments("/health") || OwnAnswer.IsUnderWay(context))
            return RateLimitPartition.GetNoLimiter("own");
        if (IsSignUp(context))
            return RateLimitPartition.GetFixedWindowLimiter($"follow {visitor}", _ => new() { PermitLimit = limits.FollowPerMinute, Window = TimeSpan.FromMinutes(1) });
        if (IsByLink(context))
            return RateLimitPartition.GetFixedWindowLimiter($"confirm {visitor}", _ => new() { PermitLimit = limits.ConfirmPerMinute, Window = TimeSpan.FromMinutes(1) });
        if (path.StartsWithSegments("/api"))
            return RateLimitPartition.GetFixedWindowLimiter($"json {visitor}", _ => new() { PermitLimit = limits.JsonPerMinute, Window = TimeSpan.FromMinutes(1) });
        return RateLimitPartition.GetTokenBucketLimiter($"page {visitor}", _ => new()
        {
            TokenLimit = limits.PagesAtOnce,
            TokensPerPeriod = Math.Max(1, limits.PagesPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    private static RateLimitPartition<string> PerHour(HttpContext context, RateLimitOptions limits) => IsSignUp(context)
        ? RateLimitPartition.GetFixedWindowLimiter($"follow {VisitorAddress.BlockOf(context)}", _ => new() { PermitLimit = limits.FollowPerHour, Window = TimeSpan.FromHours(1) })
        : RateLimitPartition.GetNoLimiter("other");

    private static bool IsSignUp(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value?.TrimEnd('/').ToLowerInvariant() is Links.Follow or Links.Manage;

    /// <summary>Stopping is not among them: mail providers post for all their users from a few addresses.</summary>
    private static bool IsByLink(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments(Links.Follow) && !context.Request.Path.StartsWithSegments(Links.Stops);
}
