using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Cli;

/// <summary>The built program, run as an editor runs it.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private TestSite site = null!;

    public Task InitializeAsync()
    {
        site = TestSite.WithoutStore();
        site.Write(Walk);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("check")]
    [InlineData("reseed")]
    [InlineData("imports")]
    [InlineData("imports list")]
    [InlineData("imports show")]
    [InlineData("imports release")]
    [InlineData("imports discard")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("migrate")]
    [InlineData("mail")]
    [InlineData("people")]
    public async Task Help_has_examples(string verb)
    {
        var run = await Run([.. verb.Split(' '), "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"Examples:\n  trialsite {verb}", run.Output.Replace("\n    ", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("paint")]
    [InlineData("check")]
    [InlineData("check seeds --format yaml")]
    [InlineData("check seeds --colour")]
    [InlineData("check no-such-file.txt")]
    [InlineData("reseed no-such-folder")]
    [InlineData("reseed one two")]
    [InlineData("reseed --dryrun")]
    [InlineData("imports show")]
    [InlineData("imports show twelve")]
    [InlineData("imports show 12")]
    [InlineData("imports release 12")]
    [InlineData("imports discard 12")]
    [InlineData("show")]
    [InlineData("show liver")]
    [InlineData("show NCT99999999")]
    [InlineData("export")]
    [InlineData("export one two")]
    [InlineData("migrate now")]
    [InlineData("mail preview liver")]
    [InlineData("mail preview NCT99999999")]
    [InlineData("people export")]
    [InlineData("people erase nobody")]
    public async Task A_wrong_call_is_told_in_one_line(string call) =>
        AssertOneLine(await Run(call.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public async Task A_file_in_the_place_of_a_folder_is_told_in_one_line()
    {
        var file = site.PathOf("NCT00000001.txt");

        AssertOneLine(await Run(["export", file]));
        AssertOneLine(await Run(["export", Path.Combine(file, "below")]));
        AssertOneLine(await Run(["reseed", file]));
        AssertOneLine(await Run(["migrate"], ("Site__DataFolder", file)));
    }

    [Theory]
    [InlineData("Site__PublicBaseUrl", "", "Site:PublicBaseUrl is not set")]
    [InlineData("Site__DataFolder", "", "Site:DataFolder")]
    [InlineData("Seeds__Folder", " ", "Seeds:Folder")]
    [InlineData("Seeds__ReseedOnStart", "maybe", "Seeds:ReseedOnStart")]
    public async Task A_wrong_setting_is_told_in_one_line_that_names_it(string name, string value, string words)
    {
        var run = await Run(["reseed"], ("DOTNET_ENVIRONMENT", "Production"), ("Site__PublicBaseUrl", "https://trials.example.org"), (name, value));

        AssertOneLine(run);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_nothing_wrong_with_a_good_seed_and_stores_nothing()
    {
        var run = await Run(["check", site.SeedsFolder]);

        Assert.Equal(new Outcome(0, "1 files: 1 can be shown, 0 rejected.\n", ""), run);
        Assert.False(Directory.Exists(site.DataFolder));
    }

    [Fact]
    public async Task Check_needs_no_settings_for_text() =>
        Assert.Equal(0, (await Run(["check", site.SeedsFolder], ("DOTNET_ENVIRONMENT", "Production"), ("Site__PublicBaseUrl", ""))).ExitCode);

    [Fact]
    public async Task Check_prints_problems_as_compilers_do()
    {
        site.WriteText("x.txt", "A title\n\nNCT ID NCT123\n");

        var run = await Run(["check", site.PathOf("x.txt"), site.PathOf("NCT00000001.txt")]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(site.PathOf("x.txt"))}:3:\\d+: error TS012: .+\n2 files: 1 can be shown, 1 rejected.\n$", run.Output);
    }

    [Fact]
    public async Task Check_tells_one_trial_in_two_files()
    {
        site.WriteText("copy.txt", SeedWriter.Write(Walk));

        var run = await Run(["check", site.SeedsFolder]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Output.Split("error TS106").Length - 1);
    }

    [Fact]
    public async Task Check_gives_json_in_the_shape_of_the_api()
    {
        site.WriteText("x.txt", "no seed");
        site.WriteBytes("y.txt", []);

        var run = await Run(["check", site.SeedsFolder, "--format", "json"], ("Site__PublicBaseUrl", "https://trials.example.org/"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.Equal(["file", "nctId", "document", "problems"], NamesOf(file)));
        var document = files[0].GetProperty("document");
        Assert.Equal(
            ["nctId", "title", "firstSeen", "lastUpdated", "summary", "plainLanguageRead", "conditions", "registrantConditions", "contacts", "locations", "originalStudy", "url"],
            NamesOf(document));
        Assert.Equal("2026-05-01", document.GetProperty("firstSeen").GetString());
        Assert.Equal(["activeSubstance", "couldLeadTo", "couldGoWrong"], NamesOf(document.GetProperty("plainLanguageRead")));
        Assert.Equal("""{"name":"knee pain","slug":"knee-pain"}""", JsonSerializer.Serialize(document.GetProperty("conditions")[0]));
        Assert.Equal("""{"role":"Study nurse","hasPhone":true,"hasEmail":false}""", JsonSerializer.Serialize(document.GetProperty("contacts")[0]));
        Assert.Equal(["name", "status", "city", "state", "postalCode", "country", "contacts"], NamesOf(document.GetProperty("locations")[0]));
        Assert.Equal("https://clinicaltrials.gov/study/NCT00000001", document.GetProperty("originalStudy").GetString());
        Assert.Equal("https://trials.example.org/trials/NCT00000001", document.GetProperty("url").GetString());
        Assert.Equal(JsonValueKind.Null, files[1].GetProperty("nctId").ValueKind);
        Assert.Equal(JsonValueKind.Null, files[2].GetProperty("document").ValueKind);
        var problem = files[2].GetProperty("problems")[0];
        Assert.Equal(["severity", "code", "line", "column", "message"], NamesOf(problem));
        Assert.Equal(("error", "TS103", 1), (problem.GetProperty("severity").GetString(), problem.GetProperty("code").GetString(), problem.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Check_reads_records_and_tells_each_problem_in_its_place()
    {
        var late = TestStudy.With("protocolSection.statusModule.startDateStruct.date", "soon");
        site.WriteText("records.ndjson", $"{TestStudy.Line(1)}\n{{}}\n{late}\n");
        site.WriteBytes("records.zip", RegistryReaderTests.Zip(("a.json", TestStudy.Line(2)), ("b.json", "")));
        string[] paths = [site.PathOf("records.ndjson"), site.PathOf("records.zip")];

        var run = await Run(["check", .. paths], ("DOTNET_ENVIRONMENT", "Production"), ("Site__PublicBaseUrl", ""));

        Assert.Equal(
            new Outcome(
                1,
                $"""
                {paths[0]}:2:1: error TR013: record 2: found no protocolSection.identificationModule.nctId, expected a study with its NCT ID
                {paths[0]}:3:1: warning TR020: record 3: found the date "soon" at protocolSection.statusModule.startDateStruct.date, expected yyyy-MM or yyyy-MM-dd
                {paths[1]}!b.json:1:1: error TR001: found nothing, expected records of API v2 as JSON
                4 records: 3 can be read, 1 with errors.

                """,
                ""),
            run);
        Assert.False(Directory.Exists(site.DataFolder));
    }

    [Fact]
    public async Task Check_of_a_folder_reads_its_seeds_and_its_records()
    {
        site.WriteBytes("records.json.gz", RegistryReaderTests.Gzip($"[{TestStudy.Line(1)},{TestStudy.Line(2)}]"));
        site.WriteText("notes.md", "no seed");

        Assert.Equal(new Outcome(0, "1 files: 1 can be shown, 0 rejected.\n2 records: 2 can be read, 0 with errors.\n", ""), await Run(["check", site.SeedsFolder]));
    }

    [Fact]
    public async Task Check_gives_problems_of_records_in_the_shape_of_those_of_seeds()
    {
        site.WriteText("x.txt", "no seed");
        site.WriteBytes("records.zip", RegistryReaderTests.Zip(("a.json", $"[{TestStudy.Line(1)}, {{}}]")));

        var run = await Run(["check", site.SeedsFolder, "--format", "json"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(3, files.Count);
        Assert.Equal(["file", "problems", "records"], NamesOf(files[2]));
        Assert.Equal((site.PathOf("records.zip"), 2), (files[2].GetProperty("file").GetString(), files[2].GetProperty("records").GetInt32()));
        var problem = Assert.Single(files[2].GetProperty("problems").EnumerateArray());
        Assert.Equal(NamesOf(files[1].GetProperty("problems")[0]), NamesOf(problem));
        Assert.Equal("a.json: record 2: found no protocolSection.identificationModule.nctId, expected a study with its NCT ID", problem.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Reseed_tells_in_plain_lines_what_a_reader_sees_changed()
    {
        Assert.Equal(
            new Outcome(0, "NCT00000001.txt: new NCT00000001\n  This trial was listed here for the first time.\n    Walking programme 1 tested for sore knees\n1 new, 0 changed, 0 unchanged, 0 rejected, 0 gone.\n", ""),
            await Run(["reseed"]));
        Assert.Equal(new Outcome(0, "0 new, 0 changed, 1 unchanged, 0 rejected, 0 gone.\n", ""), await Run(["reseed"]));
        var summary = Walk.Summary + " " + string.Join(' ', Enumerable.Repeat("It is a long study.", 10));
        site.Write(Walk with { Summary = summary });
        await Run(["reseed"]);
        site.Write(Walk with { Title = "Swimming for sore knees", Summary = summary.Replace("twenty", "thirty", StringComparison.Ordinal), Conditions = ["knee pain"] });

        var dryRun = await Run(["reseed", site.SeedsFolder, "--dry-run"]);

        Assert.Equal(
            """
            NCT00000001.txt: changed NCT00000001
              The title of this trial changed.
                [-Walking programme 1 tested-] {+Swimming+} for sore knees
              The summary changed.
                … whether a daily walk helps. Forty adults take part. Each walk takes [-twenty-] {+thirty+} minutes. It is a long study. It is a long study. It …
              This trial is no longer listed under osteoarthritis.
              would reach 0 people
            It would reach 0 people.
            Dry run, nothing written: 0 new, 1 changed, 0 unchanged, 0 rejected, 0 gone.

            """,
            dryRun.Output);
        Assert.Equal("2", await site.Scalar("SELECT Generation FROM Catalogue"));
    }

    [Fact]
    public async Task A_reseed_of_many_changes_says_that_nobody_is_mailed_until_an_editor_releases_it()
    {
        await Run(["reseed"]);
        site.Write(Walk with { Title = "Swimming for sore knees" }, TestSeed.Number(2));

        var reseed = await Run(["reseed"], ("Alerts__HoldAboveChanges", "1"), ("Alerts__HoldAbovePercent", "0"));

        Assert.Contains("\nReaders see it, but nobody is mailed yet: 2 changes are more than 1.", reseed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_whom_it_would_reach_and_a_held_import_waits_for_an_editor()
    {
        await Run(["reseed"]);
        var other = TestSeed.Number(2);
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(Walk), Topic.OfConditionNamed("knee pain"));
        await site.Follow(AlertFrequency.Weekly, Topic.OfConditionNamed("knee pain"));
        site.Write(Walk with { Title = "Swimming for sore knees" }, other);

        var dryRun = await Run(["reseed", "--dry-run"], ("Alerts__HoldAbovePeople", "1"));

        Assert.Contains("  The title of this trial changed.\n    [-Walking programme 1 tested-] {+Swimming+} for sore knees\n  would reach 1 person\n", dryRun.Output, StringComparison.Ordinal);
        Assert.Contains($"    {other.Title}\n  would reach 2 people\n", dryRun.Output, StringComparison.Ordinal);
        Assert.Contains("\nIt would reach 2 people, but would be held: 2 people are more than 1.\n", dryRun.Output, StringComparison.Ordinal);
        Assert.Contains("\nIt would reach 2 people.\n", (await Run(["reseed", "--dry-run"])).Output, StringComparison.Ordinal);

        await Run(["reseed"]);
        site.Get<AlertOptions>().HoldAbovePeople = 1;
        await site.Match();

        Assert.Matches("^2  20..-..-.. ..:..  2 changes  2 people  held\n1  20..-..-.. ..:..  1 change  people not counted  silent, as a first import is\n$", (await Run(["imports", "list"])).Output);
        Assert.EndsWith(
            "  held\n  1 added, essential\n  1 updated, wording\nNCT00000002\n  This trial was listed here for the first time.\nNCT00000001\n  The title of this trial changed.\n",
            (await Run(["imports", "show", "2"])).Output,
            StringComparison.Ordinal);
        Assert.Equal(0, (await Run(["imports", "release", "2"])).ExitCode);
        Assert.Equal(3, await site.Match());
        AssertOneLine(await Run(["imports", "release", "2"]));
        AssertOneLine(await Run(["imports", "discard", "1"]));
    }

    [Fact]
    public async Task Reseed_with_a_rejected_file_shows_the_others_and_says_so()
    {
        site.WriteText("x.txt", "no seed");

        var run = await Run(["reseed"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("x.txt: rejected\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("x.txt:1:1: error TS011: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 new, 0 changed, 0 unchanged, 1 rejected, 0 gone.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reseed_of_a_folder_that_shrank_is_refused_unless_allowed()
    {
        site.Write(TestSeed.Numbers(1, 10));
        await Run(["reseed"]);
        foreach (var seed in TestSeed.Numbers(1, 5))
            site.Delete(seed);

        var refused = await Run(["reseed"]);
        var allowed = await Run(["reseed", "--allow-shrink"]);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("Refused: 5 files, but 10 trials are listed", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, allowed.ExitCode);
        Assert.EndsWith("0 new, 0 changed, 5 unchanged, 0 rejected, 5 gone.\n", allowed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reseed_while_another_runs_is_told_in_one_line()
    {
        using var other = FileLock.TryAcquire(Path.Combine(site.DataFolder, "reseed.lock"));

        var run = await Run(["reseed"]);

        AssertOneLine(run);
        Assert.Contains("running already", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_gives_a_trials_origin_address_and_text()
    {
        await Run(["reseed"]);

        var run = await Run(["show", "nct 00000001"], ("Site__PublicBaseUrl", "https://trials.example.org"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("NCT00000001  version 1, listed, from NCT00000001.txt\nhttps://trials.example.org/trials/NCT00000001\n\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(SeedWriter.Write(Walk), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_reseeds_without_a_change()
    {
        File.Copy(Repository.UserSeedPath, site.PathOf("NCT06904755.txt"));
        await Run(["reseed"]);
        var folder = Path.Combine(site.SeedsFolder, "..", "export");

        var export = await Run(["export", folder]);

        Assert.Equal((0, $"2 seeds written to {folder}.\n"), (export.ExitCode, export.Output));
        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 rejected, 0 gone.\n", (await Run(["reseed", folder])).Output);
    }

    [Fact]
    public async Task Migrate_tells_what_it_did()
    {
        var first = await Run(["migrate"]);
        var second = await Run(["migrate"]);

        Assert.Matches("^(applied \\d+_\\w+\n)+.+trialsite.db is up to date and sound.\n$", first.Output);
        Assert.Equal(new Outcome(0, $"{site.DatabaseFile} is up to date and sound.\n", ""), second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public async Task A_damaged_database_is_told_in_one_line(int at)
    {
        site.Write(TestSeed.Numbers(1, 50));
        await Run(["reseed"]);
        await using (var file = await site.OpenFile(SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = File.Open(site.DatabaseFile, FileMode.Open))
        {
            file.Position = at;
            file.Write(new byte[40_000]);
        }

        AssertOneLine(await Run(["migrate"]));
    }

    [Fact]
    public async Task Mail_preview_writes_what_followers_of_the_trial_and_of_its_condition_would_get()
    {
        await Run(["reseed"]);
        var folder = Path.Combine(site.SeedsFolder, "..", "look");

        var run = await Run(["mail", "preview", "NCT00000001", folder]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] names = ["NCT00000001-followed", "NCT00000001-new-for-knee-pain"];
        Assert.Equal(names.SelectMany(name => new[] { "eml", "txt", "html" }.Select(ending => Path.Combine(folder, $"{name}.{ending}"))), run.Output.TrimEnd().Split('\n'));
        var mail = MimeKit.MimeMessage.Load(Path.Combine(folder, "NCT00000001-new-for-knee-pain.eml"));
        Assert.Equal("reader@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("1 new trial for a condition you follow", mail.Subject);
        Assert.Contains("Walking may make the pain worse", await File.ReadAllTextAsync(Path.Combine(folder, "NCT00000001-new-for-knee-pain.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_exported_and_erased_by_address_and_no_log_holds_it()
    {
        const string Address = "ann@mail.example.org";
        await site.Get<IStoreUpkeep>().Migrate(default);
        Assert.Equal(new Outcome(1, "", "Nothing is kept about this address.\n"), await Run(["people", "export", Address]));
        Assert.Equal(new Outcome(1, "", "Nothing to erase about this address. Consents and blocks, if any, stay in coded form only.\n"), await Run(["people", "erase", Address]));
        await site.Get<TrialSite.Alerts.SignUps>().Receive(TestSignUp.Of(Address), default);

        var export = await Run(["people", "export", Address]);
        var erase = await Run(["people", "erase", Address]);

        using var json = JsonDocument.Parse(export.Output);
        Assert.Equal(Address, json.RootElement.GetProperty("address").GetString());
        Assert.Equal("weekly", json.RootElement.GetProperty("signUps")[0].GetProperty("frequency").GetString());
        Assert.Equal((0, ""), (erase.ExitCode, erase.Error));
        Assert.StartsWith("Erased: ", erase.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run(["people", "export", Address])).ExitCode);
        Assert.All(Directory.GetFiles(site.DataFolder, "*.json", SearchOption.AllDirectories), file => Assert.DoesNotContain(Address, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.DoesNotContain(Address, erase.Output, StringComparison.Ordinal);
    }

    private static List<string> NamesOf(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static void AssertOneLine(Outcome run)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches("^trialsite: [^\n]+\n$", run.Error);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    private async Task<Outcome> Run(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.GetParent(site.SeedsFolder)!.FullName,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Site__DataFolder"] = site.DataFolder;
        start.Environment["Seeds__Folder"] = site.SeedsFolder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    private sealed record Outcome(int ExitCode, string Output, string Error);
}
