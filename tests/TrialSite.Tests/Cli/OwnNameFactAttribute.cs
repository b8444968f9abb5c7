using System.Net;
using System.Net.Sockets;

namespace TrialSite.Tests.Cli;

/// <summary>Needs a name of this machine other than localhost that leads to 127.0.0.1.</summary>
internal sealed class OwnNameFactAttribute : FactAttribute
{
    public OwnNameFactAttribute()
    {
        if (!LeadsBack())
            Skip = "This machine's name does not lead to 127.0.0.1.";
    }

    private static bool LeadsBack()
    {
        try
        {
            return Dns.GetHostName() != "localhost" && Dns.GetHostAddresses(Dns.GetHostName()).Contains(IPAddress.Loopback);
        }
        catch (SocketException)
        {
            // The name is known nowhere.
            return false;
        }
    }
}
