using Microsoft.Extensions.Options;
using TrialSite;
using TrialSite.Alerts;
using TrialSite.Web;
using TrialSite.Web.Api;
using TrialSite.Web.Feeds;
using TrialSite.Web.Http;
using TrialSite.Web.Kept;

return await SiteStart.Run(() =>
{
    // No setting is read again while the site runs, and a watched folder would wake it at each line of its own log.
    var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
    // In Development there is mostly no store yet, and to make one needs it. Elsewhere the home page, which does not, comes first.
    if (builder.Environment.IsDevelopment())
        TrialSiteServices.BeginModel();
    builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
    builder.AddSiteLog();
    builder.WebHost.ConfigureSiteServer();
    builder.Services.AddTrialSite(builder.Configuration, builder.Environment.IsDevelopment());
    builder.Services.AddTrustedProxies();
    builder.Services.AddSiteRateLimits(builder.Configuration);
    builder.Services.AddSiteCompression();
    builder.Services.AddSiteTimeouts();
    builder.Services.AddSitePages();
    builder.Services.AddKeptPages();
    builder.Services.AddSiteApi();
    builder.Services.AddSiteFeeds();
    builder.Services.AddSitemaps();
    builder.Services.AddSiteHealth();
    builder.Services.AddHostedService<CatalogueStart>();
    builder.Services.AddHostedService<SearchStart>();
    builder.Services.AddHostedService<FirstPages>();
    builder.Services.AddHostedService<StoreUpkeep>();
    builder.Services.AddHostedService<AlertWorker>();

    var app = builder.Build();
    // All of them are made first, as the host does it: a wrong setting is told before the store is touched.
    var start = app.Services.GetServices<IHostedService>().OfType<CatalogueStart>().Single();
    app.Services.GetRequiredService<IStartupValidator>().Validate(); // Settings too that only the editor's tool reads.
    start.Begin();
    app.Services.GetRequiredService<AlertMetrics>(); // Its gauges are there once it is made.
    app.UseMiddleware<SecurityHeaders>();
    app.UseMiddleware<RequestGuard>();
    app.UseForwardedHeaders();
    app.UseMiddleware<KeptPageServing>();
    app.UseSiteRequestLog();
    app.UseFaultPages();
    app.UseRateLimiter();
    app.UseResponseCompression();
    app.UseRouting();
    // Nobody signs in here. Razor Pages bring these two along, and unless they are given a place they stand before the kept pages.
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseRequestTimeouts();
    app.UseMiddleware<CrossSiteCheck>();
    app.UseMiddleware<CanonicalAddress>();
    app.UseMiddleware<KeptPageMaking>();
    app.MapSiteFiles();
    app.MapSiteHealth();
    app.MapRegistryRedirects();
    app.MapSuggestions();
    app.MapSiteApi();
    app.MapSiteFeeds();
    app.MapSitemaps();
    app.MapCrawlerFiles();
    app.MapRazorPages().WithStaticAssets();
    return app;
});

/// <summary>Named so that tests can start the site in their own process.</summary>
public partial class Program;
