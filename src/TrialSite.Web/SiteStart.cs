using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using TrialSite.Store;

namespace TrialSite.Web;

/// <summary>Runs the site; what an operator can mend is told in one line instead of a stack trace.</summary>
internal static class SiteStart
{
    private const int CannotStart = 2;

    public static async Task<int> Run(Func<WebApplication> build)
    {
        // Dates and numbers look the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            await using var app = build();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException fault)
        {
            return Fail(string.Join(" ", fault.Failures));
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException)
        {
            return Fail($"{fault.Message} Stop the program that uses the address, or set ASPNETCORE_URLS to another one.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException or TimeoutException or StoreUnavailableException)
        {
            return Fail($"{fault.Message} Look at the data folder: docs/operations.md says what lies in it.");
        }
    }

    private static int Fail(string line)
    {
        Console.Error.WriteLine($"TrialSite cannot start: {line.ReplaceLineEndings(" ")}");
        return CannotStart;
    }
}
