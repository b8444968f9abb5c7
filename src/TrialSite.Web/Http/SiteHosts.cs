using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace TrialSite.Web.Http;

/// <summary>Which names the site answers to, and whose word it takes for a visitor's address.</summary>
internal static class SiteHosts
{
    public static IServiceCollection AddSiteHosts(this IServiceCollection services)
    {
        services.AddOptions<HostFilteringOptions>().Configure<SiteOptions>((hosts, site) =>
            hosts.AllowedHosts = [new Uri(site.PublicBaseUrl).Host, "localhost", "127.0.0.1", "[::1]"]);
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
