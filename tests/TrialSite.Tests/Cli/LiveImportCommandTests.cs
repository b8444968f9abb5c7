using System.Diagnostics;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Registry.Live;
using static TrialSite.Tests.Registry.Live.RecordedRegistry;

namespace TrialSite.Tests.Cli;

/// <summary>The built program beside a registry on this machine.</summary>
public sealed class LiveImportCommandTests
{
    [Fact]
    public async Task What_the_registry_gives_is_shown()
    {
        await using var registry = await Start(Text($$"""{"totalCount":3,"studies":[{{TestStudy.Line(1)}},{{TestStudy.Line(2)}}],"nextPageToken":"b"}"""), Page(null, 3));
        await using var site = await TestSite.Open();

        var run = await Run(site, registry, "--live", "--since", "2026-06-27");

        Assert.Equal((0, "3 new, 0 changed, 0 confirmed, 0 unchanged, 0 rejected, 0 gone"), (run.ExitCode, run.Output.Trim()));
        Assert.Contains("RANGE%5B2026-06-27%2CMAX%5D", registry.Asked[0].Address, StringComparison.Ordinal);
        Assert.Equal("3", await site.Scalar("SELECT count(*) FROM Trials"));
    }

    [Fact]
    public async Task A_registry_that_refuses_is_one_clear_line()
    {
        await using var registry = await Start(Status(403));
        await using var site = await TestSite.Open();

        var run = await Run(site, registry, "--live", "--since", "2026-06-27");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("page 1:1:1: error TR030: found a registry that gives no page (it answered 403)", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--live")]
    [InlineData("--live --since yesterday")]
    [InlineData("--live --since 2026-06-27 records.json")]
    [InlineData("--live --since 2026-06-27 --complete")]
    [InlineData("--since 2026-06-27 .")]
    [InlineData("")]
    public async Task Half_a_call_is_refused_before_anything_is_asked(string arguments)
    {
        await using var registry = await Start(Page(null, 1));
        await using var site = await TestSite.Open();

        var run = await Run(site, registry, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Empty(registry.Asked);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(TestSite site, RecordedRegistry registry, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TrialSite.Cli.dll"), "import", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Site__DataFolder"] = site.DataFolder;
        start.Environment["Registry__ApiBaseUrl"] = registry.BaseUrl;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
