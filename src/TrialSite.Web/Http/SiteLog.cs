using System.Globalization;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using TrialSite.Store;

namespace TrialSite.Web.Http;

/// <summary>Readable lines on the console, compact JSON in the data folder; never a path, a query, an address or a token, only the kind of page.</summary>
internal static class SiteLog
{
    private const int DaysKept = 14;
    private const long LargestFile = 64 * 1024 * 1024;

    public static void AddSiteLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        // It would begin an activity for each request, for its own lines alone.
        .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
        .MinimumLevel.Override("Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Error)
        // The keys lie in a folder that only the site's user may read; docs/operations.md says so.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .ReadFrom.Configuration(builder.Configuration)
        .WriteTo.Logger(safe => safe
            .Enrich.With<WithoutRequest>()
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:l}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(LogsFolder(services.GetRequiredService<IOptions<SiteOptions>>().Value), "site-.json"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: LargestFile,
                retainedFileTimeLimit: TimeSpan.FromDays(DaysKept))),
        // It is closed with the site: a static one would end with whichever site of the process ends first.
        preserveStaticLogger: true);

    public static void UseSiteRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // Else it would be the static one, which is nobody's.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = (context, _, fault) =>
            fault is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error : LogEventLevel.Information;
        options.MessageTemplate = "{Method} {Page} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(MethodOf(context))),
            new("Page", new ScalarValue(PageOf(context))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    private static string LogsFolder(SiteOptions site)
    {
        DataFolder.Create(site.DataFolder);
        DataFolder.Create(site.LogsFolder);
        return site.LogsFolder;
    }

    private static string MethodOf(HttpContext context) => context.Request.Method is "GET" or "HEAD" or "POST" or "OPTIONS" ? context.Request.Method : "other";

    /// <summary>The route's pattern: <c>/trials/{nctId}</c>, not which trial.</summary>
    private static string PageOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint ? $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}" : "(no page)";

    /// <summary>The framework adds the request's path to every line within a request.</summary>
    private sealed class WithoutRequest : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in new[] { "RequestPath", "RequestId", "ConnectionId", "ActionName", "ActionId" })
                logEvent.RemovePropertyIfPresent(name);
        }
    }
}
