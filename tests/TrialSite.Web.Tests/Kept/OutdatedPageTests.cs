using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Registry;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Tests.Kept;

/// <summary>A kept page never says what the site would not say now; it is Jul 1, 2026.</summary>
public sealed partial class OutdatedPageTests
{
    private const string UserTrial = "/trials/NCT06904755";

    [Fact]
    public async Task A_reseed_by_another_process_changes_the_pages_of_this_one()
    {
        await using var site = new SiteFixture();
        using var visitor = site.Visitor();
        string[] addresses = [UserTrial, "/", "/trials", $"{UserTrial}/history"];
        foreach (var address in addresses)
            Assert.DoesNotContain("Otherwise titled", await visitor.GetStringAsync(address), StringComparison.Ordinal);
        var seed = Path.Combine(site.SeedsFolder, "NCT06904755.txt");
        await File.WriteAllTextAsync(seed, (await File.ReadAllTextAsync(seed)).Replace("Stem cell blood filter tested for liver failure", "Otherwise titled", StringComparison.Ordinal));
        await Tool(site, "reseed", site.SeedsFolder);
        foreach (var address in addresses)
            Assert.Contains("Otherwise titled", await visitor.GetStringAsync(address), StringComparison.Ordinal);
        using var page = await visitor.GetAsync(UserTrial);
        Assert.StartsWith("\"2-", page.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task An_import_beside_it_changes_the_page_also_when_only_the_day_of_confirmation_is_new()
    {
        await using var site = new RegistryFixture();
        using var visitor = site.Visitor();
        await site.Keep(Record("NCT09100001", confirmed: "2026-03"));
        Assert.Contains("last confirmed this 4 months ago", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
        using var before = await visitor.GetAsync("/trials/NCT09100001");

        // Another page of the same length.
        await site.Keep(Record("NCT09100001", confirmed: "2026-04"));

        Assert.Contains("last confirmed this 3 months ago", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
        using var after = await visitor.GetAsync("/trials/NCT09100001");
        Assert.StartsWith("\"1-", after.Headers.ETag!.Tag);
        Assert.Equal(before.Content.Headers.ContentLength, after.Content.Headers.ContentLength);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trials/NCT09100001") { Headers = { IfNoneMatch = { before.Headers.ETag! } } };
        using var again = await visitor.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, after.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task A_trial_that_came_after_its_page_was_not_found_is_shown()
    {
        await using var site = new RegistryFixture();
        using var visitor = site.Visitor();
        using var before = await visitor.GetAsync("/trials/NCT09100001");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await site.Keep(Record("NCT09100001"));
        Assert.Contains("Trial NCT09100001", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_that_the_registry_took_back_says_so_at_once()
    {
        await using var site = new RegistryFixture();
        using var visitor = site.Visitor();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        Assert.DoesNotContain("No longer listed here", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
        await site.KeepOnly(Record("NCT09100002"));
        Assert.Contains("No longer listed here", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_related_trial_that_closes_or_is_renamed_changes_the_page()
    {
        await using var site = new RegistryFixture();
        using var visitor = site.Visitor();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"), Record("NCT09100003"));
        Assert.Contains("Trial NCT09100002", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);

        await site.Keep(Record("NCT09100002") with { Title = "Renamed since" });
        Assert.Contains("Renamed since", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);

        await site.Keep(Record("NCT09100002") with { Title = "Renamed since", StatusWord = "COMPLETED" });
        Assert.DoesNotContain("Renamed since", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_about_other_trials_leaves_a_page_as_it_was()
    {
        await using var site = new RegistryFixture();
        using var visitor = site.Visitor();
        var counts = site.Services.GetRequiredService<PageCounts>();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        await visitor.GetStringAsync("/trials/NCT09100001");
        await visitor.GetStringAsync("/trials");
        await site.Keep(Record("NCT09100005") with { Conditions = ["asthma"] });
        await visitor.GetStringAsync("/trials/NCT09100001");
        Assert.Equal((2, 1), (counts.Rendered, counts.FromMemory + counts.FromFile));
        Assert.Contains("Trial NCT09100005", await visitor.GetStringAsync("/trials"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_every_day_a_kept_page_says_what_a_new_one_would()
    {
        const int Days = 800;
        await using var site = new RegistryFixture();
        await using var anew = SiteBeside.ThatKeepsNothing(site);
        using var visitor = site.Visitor();
        using var other = anew.Visitor();
        await site.Keep(
            Record("NCT09100001", confirmed: "2026-05"),
            Record("NCT09100002", confirmed: "2025-07-20"),
            Record("NCT09100003", confirmed: "2024-08-15") with { StatusWord = "ACTIVE_NOT_RECRUITING", Completion = null },
            Record("NCT09100004", confirmed: "2025-03") with { StatusWord = "UNKNOWN", LastKnownStatusWord = "RECRUITING" },
            Record("NCT09100005") with { StatusVerified = null, LastUpdatePosted = new(2025, 9, 9) },
            Record("NCT09100006", confirmed: "2026-01") with { StatusWord = "COMPLETED" });
        string[] addresses = [UserTrial, .. Enumerable.Range(1, 6).Select(i => $"/trials/NCT0910000{i}"), "/trials", "/"];
        var pagesAskedFor = 0;
        for (var day = 0; day < Days; day++)
        {
            // Some pages are asked for each day, others now and then.
            foreach (var address in addresses.Where((_, i) => day % (1 + (i * 7)) == 0))
            {
                pagesAskedFor++;
                Assert.True(WithoutDay(await other.GetStringAsync(address)) == WithoutDay(await visitor.GetStringAsync(address)), $"{address} on day {day}");
            }
            site.Time.Advance(TimeSpan.FromDays(1));
        }
        Assert.InRange(site.Services.GetRequiredService<PageCounts>().Rendered, 1, pagesAskedFor / 2);
    }

    [Fact]
    public async Task A_page_is_there_after_a_restart_without_being_rendered()
    {
        await using var site = new RegistryFixture();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        string page, tag;
        await using (var before = new SiteBeside(site))
        {
            using var visitor = before.Visitor();
            page = await visitor.GetStringAsync("/trials/NCT09100001");
            tag = (await visitor.GetAsync("/trials/NCT09100001")).Headers.ETag!.Tag;
        }
        await using var after = new SiteBeside(site);
        using var again = after.Visitor();
        foreach (var encoding in new[] { "br", "gzip", "" })
        {
            using var response = await KeptPageTests.Get(again, "/trials/NCT09100001", encoding);
            Assert.Equal(page, System.Text.Encoding.UTF8.GetString(await KeptPageTests.Plain(response)));
        }
        Assert.Equal(tag, (await again.GetAsync("/trials/NCT09100001")).Headers.ETag!.Tag);
        var counts = after.Services.GetRequiredService<PageCounts>();
        Assert.Equal((0, 1, 3), (counts.Rendered, counts.FromFile, counts.FromMemory));
    }

    [Fact]
    public async Task What_changed_while_the_site_was_down_is_shown_after_the_restart()
    {
        await using var site = new RegistryFixture();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        await using (var before = new SiteBeside(site))
        {
            using var visitor = before.Visitor();
            await visitor.GetStringAsync("/trials/NCT09100001");
            await visitor.GetStringAsync("/trials/NCT09100002");
        }
        await site.Keep(Record("NCT09100001") with { Title = "Another title" });
        await using var after = new SiteBeside(site);
        using var again = after.Visitor();
        Assert.Contains("Another title", await again.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
        Assert.Contains("Another title", await again.GetStringAsync("/trials/NCT09100002"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_of_the_site_makes_other_pages()
    {
        await using var site = new SiteFixture();
        await site.Page("/");
        await using (var before = new SiteBeside(site))
        {
            using var visitor = before.Visitor();
            Assert.Contains("http://localhost:5080/trials/NCT06904755", await visitor.GetStringAsync(UserTrial), StringComparison.Ordinal);
        }
        await using var after = new SiteBeside(site, ("Site:PublicBaseUrl", "http://localhost:5081"));
        using var again = after.Visitor();
        var page = await again.GetStringAsync(UserTrial);
        Assert.Contains("http://localhost:5081/trials/NCT06904755", page, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost:5080", page, StringComparison.Ordinal);
    }

    /// <summary>The catalogue comes to the same numbers again, with other content.</summary>
    [Fact]
    public async Task A_backup_that_was_put_back_takes_the_pages_of_its_future_with_it()
    {
        await using var site = new RegistryFixture();
        await site.Keep(Record("NCT09100001"));
        var backup = Path.Combine(site.DataFolder, "backup.db");
        await Sql(site, $"VACUUM INTO '{backup}'");
        await site.Keep(Record("NCT09100001") with { Title = "A mistake" });
        await using (var before = new SiteBeside(site))
        {
            using var visitor = before.Visitor();
            Assert.Contains("A mistake", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
        }
        var numbers = await Numbers(site);
        await using var restored = new RegistryFixture();
        Directory.CreateDirectory(restored.DataFolder);
        File.Copy(backup, Path.Combine(restored.DataFolder, "trialsite.db"));
        File.Copy(Path.Combine(site.DataFolder, "pages.db"), Path.Combine(restored.DataFolder, "pages.db"));
        restored.Time.Advance(TimeSpan.FromMinutes(3));
        await restored.Keep(Record("NCT09100001") with { Title = "Done better" });
        Assert.Equal(numbers, await Numbers(restored));
        using var again = restored.Visitor();
        var page = await again.GetStringAsync("/trials/NCT09100001");
        Assert.Contains("Done better", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A mistake", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a database")]
    [InlineData("cut")]
    [InlineData("another trial's row")]
    [InlineData("another form")]
    [InlineData("no table")]
    [InlineData("a folder")]
    public async Task A_file_of_pages_that_is_spoilt_is_noticed_and_no_reader_sees_it(string how)
    {
        await using var site = new RegistryFixture();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        await using (var before = new SiteBeside(site))
        {
            using var visitor = before.Visitor();
            await visitor.GetStringAsync("/trials/NCT09100001");
            await visitor.GetStringAsync("/trials/NCT09100002");
        }
        await Spoil(Path.Combine(site.DataFolder, "pages.db"), how);
        await using (var after = new SiteBeside(site))
        {
            using var again = after.Visitor();
            foreach (var id in new[] { "NCT09100001", "NCT09100002" })
                Assert.Contains($"<span class=\"id\">{id}</span>", await again.GetStringAsync($"/trials/{id}"), StringComparison.Ordinal);
            Assert.Equal(2, after.Services.GetRequiredService<PageCounts>().Rendered);
        }
        if (how == "a folder")
            return;
        // The file is whole again.
        await using var last = new SiteBeside(site);
        using var third = last.Visitor();
        await third.GetStringAsync("/trials/NCT09100002");
        await third.GetStringAsync("/trials/NCT09100001");
        Assert.InRange(last.Services.GetRequiredService<PageCounts>().FromFile, 1, 2);
    }

    [Fact]
    public async Task A_file_of_pages_that_somebody_else_holds_keeps_no_reader_waiting()
    {
        await using var site = new RegistryFixture();
        await site.Keep(Record("NCT09100001"), Record("NCT09100002"));
        using var visitor = site.Visitor();
        await visitor.GetStringAsync("/trials/NCT09100001");
        await using var holder = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "pages.db")};Pooling=False");
        await holder.OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("Trial NCT09100001", await visitor.GetStringAsync("/trials/NCT09100001"), StringComparison.Ordinal);
            Assert.Contains("Trial NCT09100002", await visitor.GetStringAsync("/trials/NCT09100002"), StringComparison.Ordinal);
        }
        Assert.Equal(2, site.Services.GetRequiredService<PageCounts>().Rendered);
    }

    private static async Task Spoil(string file, string how)
    {
        if (how is "not a database")
            await File.WriteAllTextAsync(file, new string('x', 10_000));
        else if (how is "cut")
            await using (var open = File.OpenWrite(file))
                open.SetLength(open.Length / 2);
        else if (how is "a folder")
        {
            File.Delete(file);
            Directory.CreateDirectory(file);
        }
        else
            await Sql(file, how switch
            {
                "another trial's row" => "CREATE TEMP TABLE Before AS SELECT * FROM Pages; UPDATE Pages SET Brotli = (SELECT Brotli FROM Before WHERE Before.NctNumber <> Pages.NctNumber)",
                "another form" => "PRAGMA user_version = 999",
                _ => "DROP TABLE Pages",
            });
    }

    private static Task Sql(SiteFixture site, string sql) => Sql(Path.Combine(site.DataFolder, "trialsite.db"), sql);

    private static async Task Sql(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Numbers(SiteFixture site)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "trialsite.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Generation || '/' || SearchRevision FROM Catalogue";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Tool(SiteFixture site, params string[] arguments)
    {
        using var tool = RunningProgram.Start("TrialSite.Cli", new Dictionary<string, string> { ["Site__DataFolder"] = site.DataFolder, ["Site__PublicBaseUrl"] = "http://localhost:5080", ["Seeds__Folder"] = site.SeedsFolder }, arguments);
        await tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
    }

    private static RegistryRecord Record(string nctId, string confirmed = "2026-05") => RegistryFixture.Study(nctId, record => record with
    {
        Title = $"Trial {nctId}",
        Conditions = ["gout"],
        MeshConditions = [],
        MeshAncestors = [],
        StatusWord = "RECRUITING",
        LastKnownStatusWord = null,
        StatusVerified = PartialDate.TryParse(confirmed, out var date) ? date : null,
    });

    /// <summary>The printed sheet says on which day the page was made.</summary>
    private static string WithoutDay(string page) => SheetDay().Replace(page, "");

    [GeneratedRegex("This is what the page said on <time[^>]*>[^<]*</time>", RegexOptions.NonBacktracking)]
    private static partial Regex SheetDay();
}
