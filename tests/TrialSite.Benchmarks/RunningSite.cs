using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TrialSite.Benchmarks;

/// <summary>The site as a process of its own, without limits on how much one visitor may ask: the one that was published into BENCH_SITE, else the built one.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private static readonly string? Published = Environment.GetEnvironmentVariable("BENCH_SITE");
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private RunningSite(Process process, Uri address) => (this.process, Visitor) = (process, new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    /// <summary>Of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>As it was built with the benchmarks.</summary>
    public static string Program(string project)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src", project, "bin", built.Parent!.Name, built.Name, $"{project}.dll");
    }

    /// <summary>Follows no redirect.</summary>
    public HttpClient Visitor { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>In bytes, as the operating system counts them now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="folder">With the data folder.</param>
    /// <param name="firstPage">The site has started when this is answered.</param>
    public static async Task<RunningSite> Start(string folder, string firstPage = "/health/ready")
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = Published is null ? new ProcessStartInfo("dotnet", [Program("TrialSite.Web")]) : new(Path.Combine(Published, "TrialSite.Web"));
        start.RedirectStandardOutput = true;
        foreach (var (name, value) in Settings(folder, address))
            start.Environment[name] = value;
        var begun = Stopwatch.GetTimestamp();
        var site = new RunningSite(Process.Start(start)!, new(address));
        site.process.OutputDataReceived += (_, _) => { };
        site.process.BeginOutputReadLine();
        while (!await site.Answers(firstPage) && Stopwatch.GetElapsedTime(begun) < LongestStart)
            await Task.Delay(5);
        site.StartedIn = Stopwatch.GetElapsedTime(begun);
        return site;
    }

    /// <summary>What is said of the answer.</summary>
    public async Task<string> Ask(string address)
    {
        using var response = await Visitor.GetAsync(address);
        var length = (await response.Content.ReadAsByteArrayAsync()).Length;
        return $"{(int)response.StatusCode}, {length:N0} bytes";
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> Answers(string address)
    {
        try
        {
            using var response = await Visitor.GetAsync(address);
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
        ("ASPNETCORE_ENVIRONMENT", Published is null ? "Development" : "Production"),
        ("ASPNETCORE_URLS", address),
        ("Site__PublicBaseUrl", address),
        ("Site__DataFolder", Path.Combine(folder, "data")),
        ("Seeds__Folder", Path.Combine(folder, "seeds")),
        .. new[] { "Limits__PagesAtOnce", "Limits__PagesPerMinute", "Limits__FollowPerMinute", "Limits__FollowPerHour", "Alerts__SignUpsPer10Minutes", "Alerts__SignUpsPerHour", "Alerts__SignUpsPerDay" }
            .Select(limit => (limit, "10000000")),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "TrialSite.sln")))
            root = root.Parent ?? throw new InvalidOperationException("TrialSite.sln was not found above the benchmarks.");
        return root.FullName;
    }
}
