using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Seeds;

namespace TrialSite.Tests.Import;

/// <summary>What a newer program reads otherwise in the same bytes is shown, but is no news about a trial.</summary>
public sealed class SilentReseedTests : IAsyncLifetime
{
    private const byte Newer = SeedFile.FormatVersion + 1;
    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private TestSite site = null!;

    /// <summary>A store whose older program read "evening walk" where this one reads "daily walk".</summary>
    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        await site.ReseedWith(Walk, TestSeed.Number(2));
        await site.Change(db => db.Database.ExecuteSqlRawAsync("UPDATE Trials SET Editorial = replace(Editorial, 'daily walk', 'evening walk')"));
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(Walk));
        site.Time.Advance(TimeSpan.FromDays(1));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_same_bytes_read_otherwise_are_shown_and_told_to_nobody()
    {
        var before = await site.KnownTrial(Walk);

        var report = await Reseed();

        Assert.Equal("0 new, 2 changed, 0 unchanged, 0 rejected, 0 gone", report.Totals);
        var after = await site.KnownTrial(Walk);
        Assert.Contains("daily walk", after.Editorial!.Summary!.Markdown, StringComparison.Ordinal);
        Assert.Equal((2, before.LastUpdated, before.LocationsSeenOn), (after.Version, after.LastUpdated, after.LocationsSeenOn));
        Assert.Equal(2, await site.Read(db => db.TrialChanges.CountAsync()));
        Assert.Equal(0, await site.Match());
        Assert.Equal("0 new, 0 changed, 2 unchanged, 0 rejected, 0 gone", (await Reseed()).Totals);
    }

    [Fact]
    public async Task In_a_renamed_file_too()
    {
        File.Move(site.PathOf($"{Walk.NctId}.txt"), site.PathOf("walk.txt"));

        await Reseed();

        Assert.Equal(2, await site.Read(db => db.TrialChanges.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_the_editor_changed_is_told()
    {
        site.Write(Walk with { Title = "Another title" });

        await Reseed();

        Assert.Equal(1, await site.Match());
    }

    [Fact]
    public async Task A_trial_that_is_listed_again_is_told()
    {
        site.Delete(Walk);
        await Reseed();
        var earlier = SeedFile.HashOf(File.ReadAllBytes(Written(Walk)));
        await site.Change(db => db.Database.ExecuteSqlAsync($"UPDATE Trials SET Seed_ContentHash = {earlier}"));
        Assert.Equal(1, await site.Match());

        await Reseed();

        Assert.Equal(1, await site.Match());
    }

    private string Written(SeedDocument seed)
    {
        site.Write(seed);
        return site.PathOf($"{seed.NctId}.txt");
    }

    private Task<ImportReport> Reseed() => site.Get<SeedImporter>().Reseed(new(site.SeedsFolder, MayShrink: true) { FormatVersion = Newer }, progress: null, default);
}
