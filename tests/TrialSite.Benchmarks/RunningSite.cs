using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TrialSite.Benchmarks;

/// <summary>The built site as a process of its own, without limits on how much one visitor may ask.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly Process process;

    private RunningSite(Process process, Uri address) => (this.process, Visitor) = (process, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    /// <summary>Follows no redirect.</summary>
    public HttpClient Visitor { get; }

    /// <summary>In bytes, as the operating system counts them now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<RunningSite> Start(string folder)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Program("TrialSite.Web"));
        foreach (var (name, value) in Settings(folder, address))
            start.Environment[name] = value;
        var site = new RunningSite(Process.Start(start)!, new(address));
        site.process.OutputDataReceived += (_, _) => { };
        site.process.BeginOutputReadLine();
        await site.Ready();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Ready()
    {
        for (var i = 0; i < 300 && !await IsReady(); i++)
            await Task.Delay(100);
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var response = await Visitor.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static IEnumerable<(string Name, string Value)> Settings(string folder, string address) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_URLS", address),
        ("Site__DataFolder", Path.Combine(folder, "data")),
        ("Seeds__Folder", Path.Combine(folder, "seeds")),
        .. new[] { "Limits__PagesAtOnce", "Limits__FollowPerMinute", "Limits__FollowPerHour", "Alerts__SignUpsPer10Minutes", "Alerts__SignUpsPerHour", "Alerts__SignUpsPerDay" }
            .Select(limit => (limit, "10000000")),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Program(string project)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var root = built;
        while (!File.Exists(Path.Combine(root.FullName, "TrialSite.sln")))
            root = root.Parent ?? throw new InvalidOperationException("TrialSite.sln was not found above the benchmarks.");
        return Path.Combine(root.FullName, "src", project, "bin", built.Parent!.Name, built.Name, $"{project}.dll");
    }
}
