using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class TrialPagesTests : IAsyncLifetime
{
    private const int Count = 45;
    private TestSite site = null!;
    private AsyncServiceScope scope;
    private TrialPages pages = null!;
    private TrialLists lists = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, Count).Select((seed, i) => seed with
        {
            FirstSeen = new DateOnly(2026, 1, 1).AddDays(i / 2),
            LastUpdated = i % 10 == 0 ? new DateOnly(2026, 6, 1).AddDays(i) : null,
            Conditions = i % 3 == 0 ? ["knee pain", "Zoster"] : ["knee pain", "ageing"],
        }));
        await site.Reseed();
        site.Delete(TestSeed.Number(Count));
        await site.Reseed();
        scope = site.Scope();
        pages = scope.ServiceProvider.GetRequiredService<TrialPages>();
        lists = scope.ServiceProvider.GetRequiredService<TrialLists>();
    }

    public async Task DisposeAsync()
    {
        await scope.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_newest_come_first_and_ties_are_ordered()
    {
        var newest = await lists.Newest(3, default);

        Assert.Equal(["NCT00000044", "NCT00000043", "NCT00000042"], newest.Select(hit => hit.NctId.Value));
    }

    [Fact]
    public async Task Recently_changed_are_those_whose_content_moved_after_they_were_first_seen()
    {
        var changed = await lists.RecentlyChanged(10, default);

        Assert.Equal(["NCT00000041", "NCT00000031", "NCT00000021", "NCT00000011", "NCT00000001"], changed.Select(hit => hit.NctId.Value));
    }

    [Fact]
    public async Task A_list_is_cut_into_parts_that_hold_each_trial_once()
    {
        var parts = new List<IReadOnlyList<SearchHit>>();
        ListCursor? next = null;
        do
        {
            (var hits, next) = await lists.NewestBehind(next, 20, default);
            parts.Add(hits);
        }
        while (next is not null);

        Assert.Equal([20, 20, 4], parts.Select(part => part.Count));
        Assert.Equal(44, parts.SelectMany(part => part).Select(hit => hit.NctId).Distinct().Count());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(107_374_183)]
    [InlineData(int.MaxValue)]
    public async Task A_page_past_the_last_is_empty(int page) => Assert.Empty((await pages.HistoryOf(TestSeed.NctIdOf(TestSeed.Number(1)), page, default)).Changes);

    [Fact]
    public async Task Conditions_are_in_order_of_the_alphabet_with_their_listed_trials()
    {
        var conditions = await scope.ServiceProvider.GetRequiredService<ConditionLetters>().Few(default);

        Assert.Equal([new("ageing", "ageing", 29), new("knee-pain", "knee pain", 44), new("shingles", "shingles", 15)], conditions!);
        Assert.Equal(15, (await scope.ServiceProvider.GetRequiredService<ConditionPages>().Of("shingles", null, default))!.Total);
        Assert.Null(await pages.ConditionBySlug("Shingles", default));
    }

    [Fact]
    public async Task A_trial_that_is_no_longer_listed_has_its_page_but_is_in_no_list()
    {
        var gone = TestSeed.NctIdOf(TestSeed.Number(Count));

        Assert.False((await pages.TrialByNctId(gone, default))!.IsListed);
        Assert.DoesNotContain(gone, (await lists.Newest(Count, default)).Select(hit => hit.NctId));
        Assert.Equal(44, await pages.CountTrials(default));
        Assert.Equal(44, await lists.CountTrials(default));
    }
}
