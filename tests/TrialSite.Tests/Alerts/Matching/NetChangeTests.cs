using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

public sealed class NetChangeTests
{
    private static readonly SeedDocument A = TestSeed.Number(1);
    private static readonly SeedDocument B = A with { Title = "Swimming for sore knees" };
    private static readonly SeedDocument C = B with { Conditions = ["knee pain"] };

    private readonly Dictionary<(NctId, int), Trial> versions = [];

    [Fact]
    public void Changes_that_follow_each_other_are_one()
    {
        var changes = History(A, B, C);

        var net = Assert.Single(Of(changes[2], changes[1]));

        Assert.Equal((1, 3), (net.FromVersion, net.ToVersion));
        Assert.Equal([TrialField.Title, TrialField.Condition], net.Differences.Select(difference => difference.Field));
        Assert.Equal((A.Title, C.Title), (net.Before?.Title, net.After.Title));
    }

    [Fact]
    public void There_and_back_is_nothing_to_tell()
    {
        var changes = History(A, B, A);

        Assert.Empty(Assert.Single(Of(changes[1], changes[2])).Differences);
    }

    [Fact]
    public void New_and_gone_again_is_nothing_to_tell()
    {
        var changes = History(A, null);

        Assert.Empty(Assert.Single(Of(changes)).Differences);
        Assert.Equal([Listing.First], Assert.Single(Of(changes[0])).Differences);
    }

    [Fact]
    public void What_is_told_elsewhere_is_not_told_again()
    {
        var changes = History(A, B, C, C with { Summary = "Another summary." });

        var net = Of(changes[1], changes[3]);

        Assert.Equal([(1, 2), (3, 4)], net.Select(run => (run.FromVersion, run.ToVersion)));
        Assert.Equal([[TrialField.Title], [TrialField.Summary]], net.Select(run => run.Differences.Select(difference => difference.Field)));
    }

    [Fact]
    public void A_version_that_changed_nothing_a_reader_sees_parts_no_changes()
    {
        var changes = History(A, B, B with { Title = B.Title!.ToUpperInvariant() }, A);

        Assert.Empty(Assert.Single(Of(changes[1], changes[2])).Differences);
    }

    [Fact]
    public void Trials_are_told_in_the_order_of_their_ids()
    {
        var second = TestSeed.Number(2);

        var net = Of([.. History(second, second with { Title = "Another" }), .. History(A, B)]);

        Assert.Equal([A.NctId, second.NctId], net.Select(run => run.NctId.Value));
    }

    private IReadOnlyList<NetChange> Of(params TrialChange[] changes) => NetChange.Of(changes, (nctId, number) => versions.GetValueOrDefault((nctId, number)));

    /// <summary>The changes from nothing to the first seed and so on, as a reseed writes them; null is no longer listed.</summary>
    private TrialChange[] History(params SeedDocument?[] seeds)
    {
        var changes = new List<TrialChange>();
        Trial? before = null;
        foreach (var seed in seeds)
        {
            var after = Next(before, seed);
            versions[(after.NctId, after.Version)] = after;
            if (TrialComparison.Between(before, after) is { Count: > 0 } differences)
                changes.Add(TrialChange.Between(before, after, before is null ? TrialChangeKind.Added : TrialChangeKind.Updated, differences, default));
            before = after;
        }
        return [.. changes];
    }

    private static Trial Next(Trial? before, SeedDocument? seed) => (before, seed) switch
    {
        (null, _) => TestSeed.Version(seed!),
        (_, null) => before.WithoutSeed(new(2026, 7, 2), before.Version + 1),
        _ => before.WithSeed(EditorialLayer.From(seed), before.Seed!, new(2026, 7, 2), new(2026, 7, 2), before.Version + 1),
    };
}
