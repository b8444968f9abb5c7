using System.Diagnostics;

namespace TrialSite.Web.Tests;

/// <summary>The system's Chromium, where there is one; TRIALSITE_REQUIRE_CHROMIUM turns its absence into a failure.</summary>
internal static class HeadlessBrowser
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom",
    ];

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("TRIALSITE_REQUIRE_CHROMIUM") == "1";

    /// <summary>Opens the address as a person's or a scanner's browser does; gives the page as it stands then.</summary>
    public static async Task<string> Open(string address)
    {
        var profile = Directory.CreateTempSubdirectory("trialsite-browser-").FullName;
        try
        {
            var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException("TRIALSITE_REQUIRE_CHROMIUM is set, but there is no Chromium."), [.. Arguments, $"--user-data-dir={profile}", address]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var browser = Process.Start(start)!;
            browser.ErrorDataReceived += (_, _) => { };
            browser.BeginErrorReadLine();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            try
            {
                var page = await browser.StandardOutput.ReadToEndAsync(patience.Token);
                await browser.WaitForExitAsync(patience.Token);
                return page;
            }
            catch (OperationCanceledException)
            {
                // It would write to its profile, and take its time from the tests that follow.
                browser.Kill(entireProcessTree: true);
                await browser.WaitForExitAsync(CancellationToken.None);
                throw;
            }
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}

/// <summary>Needs a browser; skips, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (HeadlessBrowser.Program is null && !HeadlessBrowser.IsRequired)
            Skip = "There is no Chromium on this machine.";
    }
}
