using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>Trials for the same conditions that are open, nearest in kind first: sharing most conditions, then the phase, then a country.</summary>
/// <remarks>The work is the same however common a condition is: of each only the latest entries are looked at.</remarks>
public sealed class RelatedTrials(CatalogueIndex index, ISearchStore store)
{
    private const int MostConditions = 6;
    private const int MostLookedAt = 4_000;

    /// <summary>More than are shown: of some the status is old, which only their rows say.</summary>
    private const int MostRead = 8;

    public async Task<IReadOnlyList<SearchHit>> Of(NctId nctId, int count, DateOnly today, CancellationToken cancellationToken)
    {
        var snapshot = await index.Current(cancellationToken);
        // An entry can be newer than the snapshot: then there is nothing to say for a moment.
        return store.RowOf(nctId) is { } row && snapshot.SlotOf(row) is >= 0 and var slot
            ? [.. SearchHits.Of(snapshot, store, Nearest(snapshot, slot)).Where(hit => !hit.IsStatusOld(today)).Take(count)]
            : [];
    }

    private static List<int> Nearest(CatalogueSnapshot snapshot, int slot)
    {
        var top = new TopSlots(MostRead);
        var met = new HashSet<int> { slot };
        var conditions = snapshot.ConditionsOf(slot) is var own && own.Length > MostConditions ? own[..MostConditions].ToArray() : own.ToArray();
        foreach (var condition in conditions)
        {
            foreach (var other in snapshot.Under(condition, withNarrower: true).Take(MostLookedAt / conditions.Length))
            {
                if (snapshot.Marks[other].HasFlag(EntryMarks.IsOpen) && met.Add(other))
                    top.Offer(other, Nearness(snapshot, slot, other));
            }
        }
        return top.InOrder();
    }

    /// <summary>The later NCT number decides between two that are equally near.</summary>
    private static long Nearness(CatalogueSnapshot snapshot, int slot, int other)
    {
        long shared = Math.Min(Shared(snapshot.ConditionsOf(slot), snapshot.ConditionsOf(other)), MostConditions);
        var ofSamePhase = (snapshot.Phases[slot] & snapshot.Phases[other]) != 0 ? 1L : 0;
        var inSameCountry = Shared(snapshot.CountriesOf(slot), snapshot.CountriesOf(other)) > 0 ? 1L : 0;
        return shared << 36 | ofSamePhase << 33 | inSameCountry << 32 | (uint)snapshot.NctNumbers[other];
    }

    private static int Shared<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> others)
        where T : IEquatable<T>
    {
        var count = 0;
        foreach (var value in values)
            count += others.Contains(value) ? 1 : 0;
        return count;
    }
}
