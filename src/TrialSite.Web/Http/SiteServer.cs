using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TrialSite.Web.Http;

/// <summary>How much of one request the server takes; docs/operations.md lists the figures.</summary>
internal static class SiteServer
{
    public static void ConfigureSiteServer(this IWebHostBuilder host)
    {
        host.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            Limit(server.Limits);
        });
        AnswerWhereTheRequestIsSeen(host);
        host.ConfigureServices(services =>
        {
            services.Configure<FormOptions>(Limit);
            services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        });
        if (host.GetSetting(WebHostDefaults.ServerUrlsKey) is null or "")
            host.UseSetting(WebHostDefaults.ServerUrlsKey, TrialSiteServices.DevelopmentBaseUrl);
    }

    /// <summary>
    /// A kept page is sent by the thread that saw its request come: half the work of handing it over, and it never waits for the threads that render.
    /// Nothing may stop such a thread; <see cref="Kept.KeptPageServing"/> hands everything else to those.
    /// </summary>
    private static void AnswerWhereTheRequestIsSeen(IWebHostBuilder host)
    {
        // The runtime reads it when the first socket is made; there is no other setting.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
    }

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = 5000;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MaxRequestBodySize = 16 * 1024;
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 50;
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(3));
    }

    private static void Limit(FormOptions form)
    {
        form.ValueCountLimit = 16;
        form.KeyLengthLimit = 64;
        form.ValueLengthLimit = 2048;
    }
}
