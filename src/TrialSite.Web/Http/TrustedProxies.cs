using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace TrialSite.Web.Http;

/// <summary>Whose word the site takes for a visitor's address.</summary>
internal static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<SiteOptions>(Trust);
        return services;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, SiteOptions site)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in site.TrustedProxyAddresses)
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        // Never the host: links are made from Site:PublicBaseUrl.
        forwarded.ForwardedHeaders = forwarded.KnownProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
    }
}
