using TrialSite.Alerts;
using TrialSite.Import;

namespace TrialSite.Tests.Alerts;

public sealed class StormGuardTests
{
    [Theory]
    [InlineData(500, 100, 20_000, false)]
    [InlineData(501, 100, 0, true)]
    [InlineData(501, 25_099, 0, false)]
    [InlineData(502, 25_099, 0, true)]
    [InlineData(1000, 50_000, 0, false)]
    [InlineData(1001, 50_000, 0, true)]
    [InlineData(1, 100, 20_001, true)]
    public void Too_much_at_once_is_held(int changes, int listed, int people, bool isHeld) =>
        Assert.Equal(isHeld, new StormGuard(new()).ReasonToHold(changes, listed, people) is not null);

    [Fact]
    public async Task A_released_import_mails_once_and_is_not_held_again()
    {
        await using var site = await SiteWithHeldImport();
        Assert.Equal(0, await site.Match());
        Assert.Empty(await site.Deliveries());

        Assert.True(await Decide(site, imports => imports.Release(2, default)));

        Assert.Equal(2, await site.Match());
        Assert.Equal(0, await site.Match());
        Assert.Equal((CatalogueImportState.Matched, 2), ((await site.LastImport()).State, (await site.LastImport()).People));
        Assert.Equal(2, await site.GatherAfter(TimeSpan.FromHours(1)));
        Assert.False(await Decide(site, imports => imports.Release(2, default)));
        Assert.False(await Decide(site, imports => imports.Discard(2, default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_newer_change_of_the_same_trial_waits_for_the_held_one_and_other_trials_do_not(bool isReleased)
    {
        await using var site = await SiteWithHeldImport();
        await site.ReseedWith(TestSeed.Number(2));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(TestSeed.Number(2)));
        await site.ReseedWith(TestSeed.Number(1) with { Title = "A third title" });
        await site.ReseedWith(TestSeed.Number(2) with { Title = "Of another trial" });
        site.Get<AlertOptions>().HoldAbovePeople = 2;

        Assert.Equal(1, await site.Match());
        await Decide(site, imports => isReleased ? imports.Release(2, default) : imports.Discard(2, default));

        Assert.Equal(isReleased ? 4 : 2, await site.Match());
        Assert.Equal(3, await site.GatherAfter(TimeSpan.FromHours(1)));
        Assert.Equal(0, (await site.Counts()).Imbalance);
    }

    [Fact]
    public async Task A_discarded_import_mails_nobody()
    {
        await using var site = await SiteWithHeldImport();

        Assert.True(await Decide(site, imports => imports.Discard(2, default)));

        Assert.Equal(0, await site.Match());
        Assert.False(await Decide(site, imports => imports.Release(2, default)));
        Assert.Equal(CatalogueImportState.Discarded, (await site.LastImport()).State);
        await site.ReseedWith(TestSeed.Number(1) with { Title = "After that" });
        site.Get<AlertOptions>().HoldAbovePeople = 2;
        Assert.Equal(2, await site.Match());
    }

    [Fact]
    public async Task Too_many_changes_are_held_although_nobody_follows()
    {
        await using var site = await TestSite.Open();
        site.Get<AlertOptions>().HoldAboveChanges = 2;
        await site.ReseedWith(TestSeed.Number(1));
        await site.ReseedWith(TestSeed.Numbers(2, 3));

        await site.Match();

        Assert.Equal((CatalogueImportState.Held, 0), ((await site.LastImport()).State, (await site.LastImport()).People));
    }

    private static async Task<TestSite> SiteWithHeldImport()
    {
        var site = await TestSite.Open();
        site.Get<AlertOptions>().HoldAbovePeople = 1;
        await site.ReseedWith(TestSeed.Number(1));
        for (var i = 0; i < 2; i++)
            await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(TestSeed.Number(1)));
        await site.ReseedWith(TestSeed.Number(1) with { Title = "Another title" });
        await site.Match();
        Assert.Equal((CatalogueImportState.Held, 2), ((await site.LastImport()).State, (await site.LastImport()).People));
        return site;
    }

    private static async Task<bool> Decide(TestSite site, Func<CatalogueImports, Task<bool>> decide)
    {
        await using var scope = site.Scope();
        return await decide((CatalogueImports)scope.ServiceProvider.GetService(typeof(CatalogueImports))!);
    }
}
