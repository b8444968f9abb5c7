using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

/// <summary>Who follows a trial or a condition hears of the registry's records as of the editors' files.</summary>
public sealed class RegistryAlertsTests : IAsyncLifetime
{
    private static readonly Topic OfWalk = NctId.TryParse(TestStudy.NctId, out var nctId) ? Topic.Of(nctId) : throw new FormatException(TestStudy.NctId);
    private TestSite site = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open([("Alerts:HoldAboveChanges", "10000")]);
        await site.Import(TestStudy.With("protocolSection.statusModule.overallStatus", "RECRUITING"));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_follower_hears_once_of_an_import_of_many_chunks_when_it_is_finished()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Import([.. Enumerable.Range(100, 600).Select(TestStudy.Line), TestStudy.With("protocolSection.statusModule.overallStatus", "SUSPENDED")]);

        Assert.Equal(1, await site.Match());

        Assert.Single(await site.Deliveries());
        Assert.Equal(0, await site.Match());
        var import = await site.LastImport();
        Assert.True(import.LastGeneration > import.Generation, "It was one chunk.");
        Assert.Equal((2L, import.LastGeneration, 601, CatalogueImportState.Matched), Shape(import));
    }

    [Fact]
    public async Task A_follower_of_a_condition_hears_of_a_new_record()
    {
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("heart failure"));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Import(TestStudy.Full.Replace(TestStudy.NctId, "NCT09000777", StringComparison.Ordinal));

        Assert.Equal(1, await site.Match());
    }

    [Fact]
    public async Task A_record_that_was_only_confirmed_is_told_to_nobody()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk, Topic.OfConditionNamed("heart failure"));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Import(TestStudy.With("protocolSection.statusModule.overallStatus", "RECRUITING").Replace("2025-02", "2026-06", StringComparison.Ordinal));

        Assert.Equal(0, await site.Match());
        Assert.Empty(await site.Deliveries());
    }

    [Fact]
    public async Task Nobody_is_told_while_an_import_runs_and_a_later_run_finishes_what_a_killed_one_began()
    {
        await site.Follow(AlertFrequency.AtOnce, OfWalk);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Import(TestStudy.With("protocolSection.statusModule.overallStatus", "SUSPENDED"));
        await site.Change(async db => await Task.FromResult(db.Database.ExecuteSqlRaw("UPDATE CatalogueImports SET State = 'Running' WHERE Generation = 2")));
        Assert.Equal(0, await site.Match());

        await site.Import(TestStudy.Line(100));

        Assert.Equal((2L, 3L, 2, CatalogueImportState.ToMatch), Shape(await site.LastImport()));
        Assert.Equal(1, await site.Match());
    }

    private static (long, long, int, CatalogueImportState) Shape(CatalogueImport import) => (import.Generation, import.LastGeneration, import.Changes, import.State);
}
