using CsCheck;
using Microsoft.EntityFrameworkCore;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>Whatever editors do, the store shows what their files say, and the changes it tells of add up.</summary>
public sealed class ReseedHistoryTests
{
    private const int TrialCount = 5;

    private enum Edit
    {
        Nothing,
        NewTitle,
        OtherCase,
        NewDate,
        NewCondition,
        NewStatus,
        Break,
        Delete,
        Restore,
    }

    private static readonly Gen<Edit[][]> Histories = Gen.Enum<Edit>().Array[TrialCount].Array[1, 8];

    [Fact]
    public async Task The_store_shows_the_last_seeds_and_its_changes_add_up() =>
        await Histories.SampleAsync(Live, iter: 25, threads: 2);

    private static async Task Live(Edit[][] history)
    {
        await using var site = await TestSite.Open();
        var files = TestSeed.Numbers(1, TrialCount).ToArray();
        var expected = new Dictionary<string, (SeedDocument Seed, bool IsListed)>();
        var tick = 0;
        foreach (var edits in history)
        {
            site.Time.Advance(TimeSpan.FromHours(30));
            for (var i = 0; i < TrialCount; i++)
                Apply(edits[i], ref files[i], ++tick, site, expected);
            var report = await site.Reseed(mayShrink: true);
            Assert.Equal(report.Rows.Count(row => row.Outcome is SeedOutcome.Rejected), edits.Count(edit => edit == Edit.Break));
            await ShowsWhatTheFilesSay(site, expected);
        }
        await VersionsHaveNoGap(site);
        await ChangesAddUp(site);
    }

    private static void Apply(Edit edit, ref SeedDocument seed, int tick, TestSite site, Dictionary<string, (SeedDocument Seed, bool IsListed)> expected)
    {
        seed = edit switch
        {
            Edit.NewTitle => seed with { Title = $"A title of tick {tick}" },
            Edit.OtherCase => seed with { Title = char.IsUpper(seed.Title![0]) ? seed.Title.ToLowerInvariant() : seed.Title.ToUpperInvariant() },
            Edit.NewDate => seed with { LastUpdated = new DateOnly(2026, 6, 1).AddDays(tick) },
            Edit.NewCondition => seed with { Conditions = ["knee pain", $"condition {tick}"] },
            Edit.NewStatus => seed with { Locations = [seed.Locations[0] with { Status = tick % 2 == 0 ? "COMPLETED" : "RECRUITING" }] },
            _ => seed,
        };
        var id = seed.NctId!;
        switch (edit)
        {
            case Edit.Break:
                site.WriteText($"{id}.txt", "Summary\n\nno title and no id");
                break;
            case Edit.Delete:
                site.Delete(seed);
                if (expected.TryGetValue(id, out var shown))
                    expected[id] = shown with { IsListed = false };
                break;
            default:
                site.Write(seed);
                expected[id] = (seed, true);
                break;
        }
    }

    private static async Task ShowsWhatTheFilesSay(TestSite site, Dictionary<string, (SeedDocument Seed, bool IsListed)> expected)
    {
        var shown = await site.Read(db => db.Trials.ToDictionaryAsync(trial => trial.NctId.Value));
        Assert.Equal(expected.Keys.Order(), shown.Keys.Order());
        foreach (var (id, (seed, isListed)) in expected)
        {
            Assert.Equal(isListed, shown[id].IsListed);
            Assert.Equal(seed with { FirstSeen = null, LastUpdated = null }, shown[id].ToSeed() with { FirstSeen = null, LastUpdated = null });
            Assert.Equal(new DateOnly(2026, 5, 1), shown[id].FirstSeen);
        }
    }

    private static async Task VersionsHaveNoGap(TestSite site)
    {
        var generation = await site.Read(db => Task.FromResult(db.Generation));
        foreach (var versions in (await AllVersions(site)).GroupBy(trial => trial.NctId))
        {
            var chain = versions.OrderBy(trial => trial.Version).ToList();
            Assert.Equal(Enumerable.Range(1, chain.Count), chain.Select(trial => trial.Version));
            Assert.Equal(chain.Skip(1).Select(trial => trial.FromGeneration).Append(Trial.NoEnd), chain.Select(trial => trial.UntilGeneration));
            Assert.All(chain, trial => Assert.InRange(trial.FromGeneration, 1, generation));
        }
    }

    private static async Task ChangesAddUp(TestSite site)
    {
        var versions = (await AllVersions(site)).ToDictionary(trial => (trial.NctId, trial.Version));
        foreach (var changes in (await site.Read(db => db.TrialChanges.OrderBy(change => change.ToVersion).ToListAsync())).GroupBy(change => change.NctId))
        {
            Assert.Equal((0, 1, TrialChangeKind.Added), (changes.First().FromVersion, changes.First().ToVersion, changes.First().Kind));
            var title = versions[(changes.Key, 1)].Title;
            foreach (var change in changes)
            {
                var after = versions[(change.NctId, change.ToVersion)];
                Assert.Equal(change.ToVersion - 1, change.FromVersion);
                Assert.Equal(after.FromGeneration, change.Generation);
                Assert.Equal(change.Kind != TrialChangeKind.Removed, after.IsListed);
                if (change.Differences.SingleOrDefault(difference => difference.Field == TrialField.Title) is { } difference)
                {
                    Assert.Equal(title, difference.Before, ignoreCase: true);
                    title = difference.After!;
                }
                Assert.Equal(title, after.Title, ignoreCase: true);
            }
            Assert.Equal(title, (await site.Read(db => db.Trials.SingleAsync(trial => trial.NctId == changes.Key))).Title, ignoreCase: true);
        }
    }

    private static Task<List<Trial>> AllVersions(TestSite site) => site.Read(db => db.Trials.IgnoreQueryFilters().ToListAsync());
}
