using System.Net;
using System.Net.Sockets;

namespace TrialSite.Web.Http;

/// <summary>The part of a network address that limits count by: an IPv4 address, or the /64 that one IPv6 household has.</summary>
internal static class VisitorAddress
{
    public static string BlockOf(HttpContext context) => BlockOf(context.Connection.RemoteIpAddress);

    public static string BlockOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }
}
