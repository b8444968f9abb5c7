using System.Net;

namespace TrialSite;

/// <summary>The settings under <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>Everything the site writes lies here: the database, keys and logs. A relative path starts at <see cref="SiteFolders.Root"/>.</summary>
    public string DataFolder { get; set; } = "data";

    public string Name { get; set; } = "Curemydisease.com";

    /// <summary>What links in pages, feeds and mails begin with; never the host that a request names.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Addresses of reverse proxies whose word about a visitor's address is believed, separated by commas.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Where to tell of a security fault, for <c>/.well-known/security.txt</c>: <c>mailto:</c> or <c>https://</c>; blank for no such file.</summary>
    public string SecurityContact { get; set; } = "";

    public IReadOnlyList<string> TrustedProxyAddresses => TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name in the address, for what mails are sent from.</summary>
    public string PublicHost => Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out var url) && url.HostNameType == UriHostNameType.Dns ? url.Host : "localhost";

    public string DatabaseFile => Path.Combine(DataFolder, "trialsite.db");
    /// <summary>May be thrown away at any time.</summary>
    public string PagesFile => Path.Combine(DataFolder, "pages.db");

    public string KeysFolder => Path.Combine(DataFolder, "keys");
    public string LogsFolder => Path.Combine(DataFolder, "logs");
    public string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>What is wrong with the settings and how to mend it; null when they are right.</summary>
    public string? Fault(bool isDevelopment)
    {
        if (DataFolder.Length == 0)
            return "Site:DataFolder is blank. Set it to a folder, or leave it out.";
        if (string.IsNullOrWhiteSpace(Name))
            return "Site:Name is blank. Set it to the name that readers see.";
        if (PublicBaseUrl.Length == 0)
            return "Site:PublicBaseUrl is not set. Set it to the site's public address, for example Site__PublicBaseUrl=https://trials.example.org";
        if (!Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            return "Site:PublicBaseUrl must be an address without a path, for example https://trials.example.org";
        if (!isDevelopment && url.Scheme != "https" && !url.IsLoopback)
            return "Site:PublicBaseUrl must begin with https:// in Production, unless it is on this machine (loopback).";
        if (TrustedProxyAddresses.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } unreadable)
            return $"Site:TrustedProxies holds {unreadable}, which is no network address. Write for example 127.0.0.1,::1";
        if (SecurityContact.Length > 0 && !(Uri.TryCreate(SecurityContact, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https"))
            return "Site:SecurityContact must begin with mailto: or https://, for example mailto:security@example.org";
        return null;
    }
}
