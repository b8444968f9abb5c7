using TrialSite.Search;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Search;

public sealed class SearchIndexerTests
{
    [Fact]
    public async Task What_a_reseed_shows_is_found_right_after_it()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 3));
        await site.Reseed();

        Assert.Equal(["NCT00000003", "NCT00000002", "NCT00000001"], (await Newest(site)).Select(trial => trial.NctId.Value));
        Assert.Equal(3, Found(site, "walking programme"));
        Assert.Equal(3, Found(site, "Bergen"));
        Assert.Equal(0, Found(site, "running"));
    }

    [Fact]
    public async Task A_changed_trial_is_found_by_its_new_words_alone()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 2));
        await site.Reseed();
        site.Write(TestSeed.Number(1) with { Title = "Swimming tested for sore backs" });
        await site.Reseed();

        Assert.Equal(1, Found(site, "walking programme"));
        Assert.Equal(1, Found(site, "swimming"));
        Assert.Equal(2, (await site.Get<CatalogueIndex>().Current(default)).Count);
    }

    [Fact]
    public async Task A_trial_that_is_gone_is_in_no_list_and_not_found()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 2));
        await site.Reseed();
        site.Delete(TestSeed.Number(2));
        await site.Reseed(mayShrink: true);

        Assert.Equal(["NCT00000001"], (await Newest(site)).Select(trial => trial.NctId.Value));
        Assert.Equal(1, Found(site, "walking programme"));
    }

    [Fact]
    public async Task Another_process_sees_what_this_one_wrote()
    {
        await using var site = await TestSite.Open();
        await using var other = site.Beside();
        Assert.Equal(0, (await other.Get<CatalogueIndex>().Current(default)).Count);

        site.Write(TestSeed.Numbers(1, 2));
        await site.Reseed();

        Assert.Equal(2, (await other.Get<CatalogueIndex>().Current(default)).Count);
    }

    [Fact]
    public async Task A_start_reads_the_file_of_entries_while_it_is_right_and_whole()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 2));
        await site.Reseed();
        site.Write(TestSeed.Number(3));
        await site.Reseed();
        await KeepFile(site);
        await Delete(site, nctNumber: 1); // So that it shows where the others read.
        var path = Path.Combine(site.DataFolder, "search.index");

        Assert.Equal(3, await CountOfAnother(site));

        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^50] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(2, await CountOfAnother(site));
        Assert.False(File.Exists(path));
        await File.WriteAllBytesAsync(path, bytes[..^60]);
        Assert.Equal(2, await CountOfAnother(site));
        bytes.AsSpan(4 * sizeof(long) + sizeof(int) - 1, 1).Fill(0x7F); // So many entries that there is no room for them.
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(2, await CountOfAnother(site));
        Assert.False(File.Exists(path));

        await using (var another = site.Beside())
            await KeepFile(another);
        await Delete(site, nctNumber: 2);
        Assert.Equal(2, await CountOfAnother(site));
        site.Write(TestSeed.Number(4));
        await site.Reseed();
        Assert.Equal(2, await CountOfAnother(site));

        static async Task<int> CountOfAnother(TestSite site)
        {
            await using var another = site.Beside();
            return (await another.Get<CatalogueIndex>().Current(default)).Count;
        }

        static async Task Delete(TestSite site, int nctNumber)
        {
            await using var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
            await StoreFile.Rows(file, $"DELETE FROM SearchEntries WHERE NctNumber = {nctNumber}");
        }
    }

    [Fact]
    public async Task The_file_of_entries_says_all_that_the_store_says()
    {
        await using var site = await TestSite.Open();
        await site.Import(Enumerable.Range(1, 60).Select(number => TestStudy.Record() with { NctId = NctIdOf(number) }));
        await site.Get<CatalogueIndex>().Current(default);
        // Some slots are over, and others stand behind them.
        await site.Import(Enumerable.Range(20, 50).Select(number => TestStudy.Record() with { NctId = NctIdOf(number), OfficialTitle = "Another" }));
        await using var ofStore = site.Beside();
        var expected = await ofStore.Get<CatalogueIndex>().Current(default);
        await KeepFile(site);
        Assert.True(site.Get<EntryFile>().IsRight());
        await using var ofFile = site.Beside();
        var read = await ofFile.Get<CatalogueIndex>().Current(default);

        Assert.Equal(69, read.Count);
        Assert.Equal(expected.Count, read.Slots);
        Assert.Equal(Enumerable.Range(0, read.Slots).Select(slot => Text(expected, slot)), Enumerable.Range(0, read.Slots).Select(slot => Text(read, slot)));
        Assert.NotEmpty(expected.CountsByCondition());
        foreach (var id in Enumerable.Range(0, 100))
            Assert.Equal(expected.Under(id, withNarrower: true), read.Under(id, withNarrower: true));

        static string Text(CatalogueSnapshot of, int slot) =>
            $"{of.RowIds[slot]} {of.SlotOf(of.RowIds[slot])} {of.NctNumbers[slot]} {of.Statuses[slot]} {of.Phases[slot]} {of.Marks[slot]} {of.YoungestDays[slot]} {of.OldestDays[slot]} {of.FirstSeen[slot]} {of.LastUpdated[slot]} "
            + $"{string.Join(',', of.ConditionsOf(slot).ToArray())} {string.Join(',', of.CountriesOf(slot).ToArray())} {string.Join(',', of.PointsOf(slot).ToArray())}";
    }

    [Fact]
    public async Task A_reader_keeps_the_moment_it_began_with()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 2));
        await site.Reseed();
        var before = await site.Get<CatalogueIndex>().Current(default);
        site.Write(TestSeed.Number(1) with { LastUpdated = new(2026, 6, 30), Title = "Another title" });
        site.Delete(TestSeed.Number(2));
        await site.Reseed(mayShrink: true);
        var after = await site.Get<CatalogueIndex>().Current(default);

        Assert.Equal(2, before.Newest(10).Count);
        Assert.Single(after.Newest(10));
        Assert.Equal(new DateOnly(2026, 5, 2), before.TrialAt(before.All.First()).LastUpdated);
        Assert.Equal(site.Today, Assert.Single(after.RecentlyChanged(10)).LastUpdated);
    }

    [Fact]
    public async Task What_a_killed_process_did_not_index_is_caught_up_with()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 450));
        await site.Reseed();
        await using (var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            using var command = file.CreateCommand();
            command.CommandText = "DELETE FROM SearchEntries WHERE NctNumber > 100; DELETE FROM SearchNames WHERE rowid NOT IN (SELECT Id FROM SearchEntries); DELETE FROM SearchWords WHERE rowid NOT IN (SELECT Id FROM SearchEntries); UPDATE Catalogue SET IndexedGeneration = 0";
            command.ExecuteNonQuery();
        }

        await using var next = site.Beside();
        await next.Get<SearchIndexer>().CatchUp(default);

        Assert.Equal(450, (await next.Get<CatalogueIndex>().Current(default)).Count);
        Assert.Equal(450, Found(next, "walking"));
        Assert.Equal("1", await site.Scalar("SELECT IndexedGeneration = Generation FROM Catalogue"));
    }

    [Fact]
    public async Task A_chunk_is_one_segment_of_the_index()
    {
        await using var site = await TestSite.Open();
        await site.Import(Enumerable.Range(1, 50).Select(number => TestStudy.Record() with { NctId = NctIdOf(number) }));

        // What FTS5 keeps of a segment has the segment's number above the lowest 37 bits; what is below 11 is of no segment.
        Assert.Equal("1", await site.Scalar("SELECT count(DISTINCT id >> 37) FROM SearchWords_data WHERE id > 10"));
        Assert.Equal("1", await site.Scalar("SELECT count(DISTINCT id >> 37) FROM SearchNames_data WHERE id > 10"));
    }

    [Fact]
    public async Task Of_two_versions_that_nobody_indexed_the_later_one_is_found()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Number(1));
        await site.Reseed();
        site.Write(TestSeed.Number(1) with { Title = "Swimming tested for sore backs" });
        await site.Reseed();
        await using (var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            using var command = file.CreateCommand();
            command.CommandText = "DELETE FROM SearchNames WHERE rowid IN (SELECT Id FROM SearchEntries); DELETE FROM SearchWords WHERE rowid IN (SELECT Id FROM SearchEntries); DELETE FROM SearchEntries; UPDATE Catalogue SET IndexedGeneration = 0";
            command.ExecuteNonQuery();
        }

        await site.Get<SearchIndexer>().CatchUp(default);

        Assert.Equal("2", await site.Scalar("SELECT count(*) FROM Trials"));
        Assert.Equal(1, Found(site, "swimming"));
        Assert.Equal("1", await site.Scalar("SELECT count(*) FROM SearchWords_docsize"));
        Assert.Equal("1", await site.Scalar("SELECT count(*) FROM SearchNames_docsize"));
    }

    [Fact]
    public async Task Trials_under_a_condition_are_counted_by_status_and_paged_by_key()
    {
        await using var site = await TestSite.Open();
        await site.Import(Enumerable.Range(1, 50).Select(number => TestStudy.Record() with
        {
            NctId = NctIdOf(number),
            StatusWord = number % 5 == 0 ? "COMPLETED" : "RECRUITING",
            Locations = [],
        }));
        var index = await site.Get<CatalogueIndex>().Current(default);
        var condition = await site.Read(db => Task.FromResult(db.Conditions.Single(row => row.Slug == "heart-failure")));

        var pages = new List<IndexedTrial>();
        for (ListCursor? after = null; index.NewestUnder(condition.Id, 20, after: after) is [.., var last] page; after = last.AfterInNewest)
            pages.AddRange(page);

        Assert.Equal(50, pages.Select(trial => trial.NctId).Distinct().Count());
        Assert.Equal(50, pages.Count);
        Assert.Equal(["Recruiting 40", "Completed 10"], index.StatusesUnder(condition.Id).Select(row => $"{row.Status.Name} {row.Count}"));
    }

    [SharedDataFact]
    public async Task Every_real_record_is_found_by_the_words_of_its_title()
    {
        await using var site = await TestSite.Open();
        var records = SharedRecords.Files.Take(2).SelectMany(SharedRecords.Of).Select(pair => pair.Record).DistinctBy(record => record.NctId).ToList();
        await site.Import(records);
        var index = await site.Get<CatalogueIndex>().Current(default);
        Assert.Equal(records.Count, index.Count);
        foreach (var record in records)
        {
            var found = new List<string>();
            var groups = TypedText.Terms(record.TitleOrId()).Select(term => new SearchGroup(term)).ToList();
            site.Get<ISearchStore>().Walk(new(groups, WordsIn.Title, false), long.MaxValue, 100_000, row =>
            {
                found.Add(index.TrialAt(index.SlotOf(row)).NctId.Value);
                return true;
            });
            Assert.Contains(record.NctId.Value, found);
        }
    }

    private static NctId NctIdOf(int number) => NctId.TryParse(TestStudy.Id(number), out var nctId) ? nctId : throw new InvalidOperationException();

    private static async Task KeepFile(TestSite site) => site.Get<EntryFile>().Keep(await site.Get<CatalogueIndex>().Current(default));

    private static async Task<IReadOnlyList<IndexedTrial>> Newest(TestSite site) => (await site.Get<CatalogueIndex>().Current(default)).Newest(10);

    private static int Found(TestSite site, string text)
    {
        var count = 0;
        site.Get<ISearchStore>().Walk(new([.. TypedText.Terms(text).Select(term => new SearchGroup(term))], WordsIn.Anywhere, false), long.MaxValue, 1000, _ => ++count > 0);
        return count;
    }
}
