namespace TrialSite.Web.Tests;

/// <summary>On the built program.</summary>
public sealed class WrongSettingsTests : IDisposable
{
    private const int CannotStart = 2;

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-settings-").FullName;

    [Theory]
    [InlineData("Pages__KeepOnDisk", "maybe")]
    [InlineData("Mail__Port", "many")]
    [InlineData("Site__PublicBaseUrl", "nowhere")]
    public async Task A_site_that_refuses_to_start_leaves_the_store_alone(string name, string value)
    {
        var data = Path.Combine(folder, "data");
        using var site = RunningProgram.Start("TrialSite.Web", new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Site__DataFolder"] = data,
            [name] = value,
        });
        await site.WaitForExit().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(CannotStart, site.ExitCode);
        Assert.False(File.Exists(Path.Combine(data, "trialsite.db")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
