using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TrialSite.Benchmarks;
using TrialSite.Tests;
using Xunit.Abstractions;

namespace TrialSite.Web.Tests;

/// <summary>
/// Kills <c>trialsite import</c> in the middle, again and again, first while all records are new, then while all changed, and compares with a
/// store that was left alone. TRIALSITE_KILL_ROUNDS says how often; docs/reliability.md holds the figures of a long run.
/// </summary>
public sealed class KillDuringImportTests(ITestOutputHelper output) : IDisposable
{
    private const int RecordsARound = 2000;
    private const int MostBeforeKill = 800;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TRIALSITE_KILL_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-kill-").FullName;
    private readonly Random random = new(20261122);

    [Fact]
    public async Task A_killed_import_goes_on_and_ends_as_if_nothing_had_happened()
    {
        var roundsOfChanges = Rounds / 2;
        var count = RecordsARound * (Math.Max(Rounds - roundsOfChanges, roundsOfChanges) + 1);

        await ImportWithKills(count, edition: 1, Rounds - roundsOfChanges);
        await ImportWithKills(count, edition: 2, roundsOfChanges);
        await Import("left alone", count, edition: 1);
        await Import("left alone", count, edition: 2);

        foreach (var (what, sql) in Kept)
        {
            var expected = await Rows(Database("left alone"), sql);
            Assert.True(expected.Count > 0, $"{what}: nothing is compared");
            Assert.True(expected.SequenceEqual(await Rows(Database("killed"), sql)), $"{what} differ");
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>All that an import writes, but for the numbers that only count rows and generations, and the day on which it did.</summary>
    private static IEnumerable<(string What, string Sql)> Kept =>
    [
        ("trials", """
            SELECT NctId, Version, Title, Registry, SourceHash, ContentHash, IsListed, IsInRegistry, HasSeed, FirstSeen <= LastUpdated, LocationsSeenOn,
                   FromGeneration <= (SELECT Generation FROM Catalogue), UntilGeneration > (SELECT Generation FROM Catalogue)
            FROM Trials ORDER BY NctId, Version
            """),
        ("changes", "SELECT NctId, FromVersion, ToVersion, Kind, Level, Differences, Generation <= (SELECT Generation FROM Catalogue) FROM TrialChanges ORDER BY NctId, ToVersion"),
        ("aliases", "SELECT Alias, NctId FROM TrialAliases ORDER BY Alias"),
        ("imports", "SELECT State, IsFirst, Changes FROM CatalogueImports ORDER BY Generation"),
        ("the index's state", "SELECT IndexedGeneration = Generation FROM Catalogue"),
        ("conditions", "SELECT Slug, Name, MeshId FROM Conditions ORDER BY Slug"),
        ("words that the search knows", "SELECT Word, Count FROM KnownWords ORDER BY Word"),
        ("names of medicines", "SELECT Key, OtherKey, OtherName, Count FROM MedicineNames ORDER BY Key, OtherKey"),
        ("search rows", """
            SELECT NctNumber, Status, Phases, Marks, YoungestDay, OldestDay, hex(Points), PlaceNames, length(Conditions), length(BroaderConditions), length(Countries)
            FROM SearchEntries ORDER BY NctNumber
            """),
        .. new[] { "walking", "tiredness", "study", "bergen", "harbor", "tired" }.Select(words => FoundBy("SearchWords", words)),
        .. new[] { "Title:edition", "\"daily walk\"" }.Select(words => FoundBy("SearchNames", words)),
    ];

    /// <summary>Visitors come before the tool, unless all of this was given a priority of its own.</summary>
    private static ProcessPriorityClass Lower
    {
        get
        {
            using var own = Process.GetCurrentProcess();
            return own.PriorityClass == ProcessPriorityClass.Normal ? ProcessPriorityClass.BelowNormal : own.PriorityClass;
        }
    }

    private static (string What, string Sql) FoundBy(string table, string words) => (
        $"trials found by {words}",
        $"SELECT NctNumber FROM {table} JOIN SearchEntries ON SearchEntries.Id = {table}.rowid WHERE {table} MATCH '{words}' ORDER BY NctNumber");

    private async Task ImportWithKills(int count, int edition, int kills)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            var before = await Shown("killed", edition);
            // The first chunks are small: some are killed among larger ones.
            var enough = before + random.Next(1, MostBeforeKill);
            using var tool = Start("killed", count, edition);
            while (await Shown("killed", edition) < enough)
            {
                Assert.False(tool.HasExited, $"edition {edition}, kill {kill}: the import ended before it showed {enough} of {count}");
                await Task.Delay(5);
            }
            Assert.Equal(Lower, tool.PriorityClass);
            await Task.Delay(random.Next(200));
            await tool.Kill();
            var after = await Shown("killed", edition);
            Assert.True(after > before && after < count, $"edition {edition}, kill {kill}: it was not in the middle, {after} of {count} are there");
            output.WriteLine($"edition {edition}, kill {kill}: {before} records before, {after} of {count} after");
        }
        await Import("killed", count, edition);
    }

    private async Task Import(string name, int count, int edition)
    {
        using var tool = Start(name, count, edition);
        await tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
        Assert.Equal(count, await Shown(name, edition));
    }

    private RunningProgram Start(string name, int count, int edition)
    {
        var records = Path.Combine(folder, $"edition-{edition}.ndjson");
        if (!File.Exists(records))
            GeneratedRecords.Write(records, count, edition);
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Site__DataFolder"] = Path.Combine(folder, name) };
        return RunningProgram.Start("TrialSite.Cli", settings, "import", records);
    }

    /// <summary>How many trials readers see in this edition.</summary>
    private async Task<int> Shown(string name, int edition)
    {
        var database = Database(name);
        if (!File.Exists(database))
            return 0;
        try
        {
            var rows = await Rows(database, $"SELECT count(*) FROM Trials WHERE Version = {edition} AND FromGeneration <= (SELECT Generation FROM Catalogue)");
            return int.Parse(rows.Single(), CultureInfo.InvariantCulture);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == 1)
        {
            // The tables are being made.
            return 0;
        }
    }

    private string Database(string name) => Path.Combine(folder, name, "trialsite.db");

    private static async Task<IReadOnlyList<string>> Rows(string database, string sql)
    {
        await using var connection = await StoreFile.Open(database);
        return await StoreFile.Rows(connection, sql);
    }
}
