using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TrialSite.Benchmarks;
using Xunit.Abstractions;

namespace TrialSite.Web.Tests;

/// <summary>
/// Kills the reseeding program and the site in the middle of a reseed of 2,000 seeds, again and again. TRIALSITE_KILL_ROUNDS says how often;
/// docs/reliability.md holds the figures of a long run.
/// </summary>
public sealed partial class KillDuringReseedTests(ITestOutputHelper output) : IDisposable
{
    private const int SeedCount = 2000;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TRIALSITE_KILL_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-kill-").FullName;
    private readonly HttpClient visitor = new() { BaseAddress = new($"http://127.0.0.1:{FreePort()}"), Timeout = TimeSpan.FromSeconds(100) };
    private readonly Random random = new(20261122);
    private RunningProgram? site;
    private RunningProgram? tool;
    private int pagesRead;

    /// <summary>The last row from before the reseed that is under way.</summary>
    private long? lastRowBefore;

    [Fact]
    public async Task A_killed_reseed_shows_nothing_of_itself()
    {
        var shown = 1;
        await ReseedFully(shown);
        site = await StartSite(reseeds: false);
        var starts = new List<double>();
        var tooLate = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            GeneratedSeeds.Write(SeedsFolder, SeedCount, edition: shown + 1);
            lastRowBefore = Look().LastRow;
            var isSiteReseeding = round % 2 == 0;
            if (isSiteReseeding)
            {
                await site.Kill();
                site = await StartSite(reseeds: true);
            }
            else
            {
                tool = RunningProgram.Start("TrialSite.Cli", Settings(), "reseed");
            }
            await WaitUntilStaged(shown);
            await ReadFor(TimeSpan.FromMilliseconds(random.Next(300)), shown);
            await site.Kill();
            if (tool is not null)
                await tool.Kill();
            tool = null;
            var staged = Look().Staged;
            lastRowBefore = null;
            if (staged == 0)
            {
                // The reseed was over before the kill, as when the test stands still meanwhile. It is ended, with its search, and the round repeated.
                Assert.True(++tooLate <= Rounds, "no reseed could be killed");
                await ReseedFully(++shown);
            }

            var start = TimeProvider.System.GetTimestamp();
            site = await StartSite(reseeds: false);
            var untilReady = TimeProvider.System.GetElapsedTime(start);
            starts.Add(untilReady.TotalSeconds);
            output.WriteLine($"round {round}: killed {(isSiteReseeding ? "the site" : "the tool and the site")} with {staged} versions staged; ready again after {untilReady.TotalSeconds:0.00} s");
            await ReadSome(shown);
            if (staged == 0)
            {
                round--;
            }
            else if (round % 5 == 0 || round == Rounds)
            {
                await ReseedFully(++shown);
                await ReadSome(shown);
            }
        }
        starts.Sort();
        output.WriteLine($"{Rounds} rounds, {pagesRead} pages read, none mixed; start to ready: median {starts[starts.Count / 2]:0.00} s, slowest {starts[^1]:0.00} s");
    }

    public void Dispose()
    {
        site?.Dispose();
        tool?.Dispose();
        visitor.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string SeedsFolder => Path.Combine(folder, "seeds");

    private string DataFolder => Path.Combine(folder, "data");

    private async Task ReseedFully(int edition)
    {
        GeneratedSeeds.Write(SeedsFolder, SeedCount, edition);
        using var tool = RunningProgram.Start("TrialSite.Cli", Settings(), "reseed");
        await tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
    }

    private async Task<RunningProgram> StartSite(bool reseeds)
    {
        var settings = new Dictionary<string, string>(Settings())
        {
            ["ASPNETCORE_URLS"] = visitor.BaseAddress!.ToString(),
            ["Seeds__ReseedOnStart"] = reseeds.ToString(),
            ["Limits__PagesAtOnce"] = "1000000",
        };
        site = RunningProgram.Start("TrialSite.Web", settings);
        while (!await IsReady())
        {
            Assert.False(site.HasExited, "the site stopped");
            await Task.Delay(20);
        }
        return site;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var response = await visitor.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WaitUntilStaged(int shown)
    {
        var begun = TimeProvider.System.GetTimestamp();
        // The tool lets the readers below go first.
        while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromMinutes(3))
        {
            var toolEnded = tool is { HasExited: true };
            // Whatever is staged has a row of its own, also when it is shown already.
            if (Look().LastRow > lastRowBefore)
                return;
            Assert.False(toolEnded, "the tool ended before it staged anything");
            await ReadFor(TimeSpan.Zero, shown);
        }
        throw new TimeoutException("The reseed did not begin.");
    }

    /// <summary>The reseed shows what it brought, and makes the search of it: no time to read pages in.</summary>
    private bool IsOver() => lastRowBefore is not null && Look() is { Staged: 0, LastRow: var last } && last > lastRowBefore;

    /// <summary>Row numbers only grow, so rows staged in this round are told from those that an earlier kill left.</summary>
    private (long LastRow, int Staged) Look()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "trialsite.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'Trials'),
                   (SELECT count(*) FROM Trials WHERE FromGeneration > Generation AND Id > $last)
            FROM Catalogue
            """;
        command.Parameters.AddWithValue("$last", lastRowBefore ?? 0);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt32(1));
    }

    private async Task ReadFor(TimeSpan time, int shown)
    {
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            await ReadOne($"/trials?page={random.Next(2, 100)}", shown);
            await ReadOne($"/trials/{GeneratedSeeds.NctId(random.Next(SeedCount))}", shown);
        }
        while (TimeProvider.System.GetElapsedTime(start) < time);
    }

    private async Task ReadSome(int shown)
    {
        await ReadOne("/trials", shown);
        await ReadOne("/trials?page=100", shown);
        await ReadFor(TimeSpan.FromMilliseconds(100), shown);
    }

    private async Task ReadOne(string address, int shown)
    {
        using var response = await Get(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var editions = Edition().Matches(await response.Content.ReadAsStringAsync()).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToHashSet();
        if (IsOver())
            return;
        Assert.Equal([shown], editions);
        pagesRead++;
    }

    /// <summary>A page that takes five seconds on a busy machine is given up; whoever asks again gets it.</summary>
    private async Task<HttpResponseMessage> Get(string address)
    {
        for (var tries = 1; ; tries++)
        {
            var response = await visitor.GetAsync(address);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || tries == 3)
                return response;
            response.Dispose();
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Site__DataFolder"] = DataFolder,
        ["Seeds__Folder"] = SeedsFolder,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"edition (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Edition();
}
