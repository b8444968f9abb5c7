using System.Text;
using Microsoft.Data.Sqlite;

namespace TrialSite.Web.Tests;

/// <summary>On the built program, which listens on a real address.</summary>
public sealed class FirstPagesTests : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-first-pages-").FullName;

    [Fact]
    public async Task A_site_that_has_started_keeps_its_trials_and_asks_for_conditions_and_searches_before_anybody_does()
    {
        var seeds = Directory.CreateDirectory(Path.Combine(folder, "seeds"));
        File.Copy(Repository.UserSeed, Path.Combine(seeds.FullName, Path.GetFileName(Repository.UserSeed)));
        using var site = RunningProgram.Start("TrialSite.Web", new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Site__DataFolder"] = Path.Combine(folder, "data"),
            ["Seeds__Folder"] = seeds.FullName,
        });
        using var late = new CancellationTokenSource(LongestWait);
        while (KeptTrials() == 0)
        {
            Assert.False(site.HasExited, "the site stopped");
            await Task.Delay(100, late.Token);
        }
        Assert.Equal(1, KeptTrials());
        foreach (var page in new[] { "/conditions/{slug}", "/trials" })
        {
            while (!Log().Contains($"\"Page\":\"{page}\",\"StatusCode\":200", StringComparison.Ordinal))
                await Task.Delay(100, late.Token);
        }
        await site.Kill();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the site has written of its answers so far.</summary>
    private string Log()
    {
        var lines = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "data", "logs")))
        {
            using var reader = new StreamReader(File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            lines.Append(reader.ReadToEnd());
        }
        return lines.ToString();
    }

    private long KeptTrials()
    {
        var file = Path.Combine(folder, "data", "pages.db");
        if (!File.Exists(file))
            return 0;
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("SELECT (SELECT count(*) FROM sqlite_master WHERE name = 'Pages')", connection);
        if ((long)command.ExecuteScalar()! == 0)
            return 0;
        command.CommandText = "SELECT count(*) FROM Pages";
        return (long)command.ExecuteScalar()!;
    }
}
