namespace TrialSite.Web.Tests;

/// <summary>On the built program.</summary>
public sealed class WrongSettingsTests : IDisposable
{
    private const int CannotStart = 2;

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-settings-").FullName;

    private string Store => Path.Combine(folder, "trialsite.db");

    [Theory]
    [InlineData("Pages__KeepOnDisk", "maybe")]
    [InlineData("Mail__Port", "many")]
    [InlineData("Site__PublicBaseUrl", "nowhere")]
    [InlineData("Registry__ApiBaseUrl", "nowhere")]
    public async Task A_site_that_refuses_to_start_leaves_the_store_alone(string name, string value)
    {
        Assert.Equal(CannotStart, await ExitCodeWith(name, value));
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public async Task A_site_whose_new_store_cannot_be_made_does_not_start()
    {
        Directory.CreateDirectory(Store);
        Assert.Equal(CannotStart, await ExitCodeWith("Seeds__ReseedOnStart", "true"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<int> ExitCodeWith(string name, string value)
    {
        using var site = RunningProgram.Start("TrialSite.Web", new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Site__DataFolder"] = folder,
            [name] = value,
        });
        await site.WaitForExit().WaitAsync(TimeSpan.FromMinutes(1));
        return site.ExitCode;
    }
}
