namespace TrialSite.Search;

/// <summary>How many trials fit, and how many would with another choice in one filter: each filter is counted with all the others applied, its own left out.</summary>
public sealed class FilterCounts
{
    private readonly int[] statuses = new int[StatusChoice.All.Count];
    private readonly int[] phases = new int[PhaseChoice.All.Count];
    private int[] countries = new int[256];

    public int Total { get; private set; }
    public int ForFemale { get; private set; }
    public int ForMale { get; private set; }
    public int TakingHealthyVolunteers { get; private set; }
    public int WithRead { get; private set; }
    public int WithResults { get; private set; }

    /// <summary>Trials that fit but for the distance: those that list no place, with none near, and with places near of which none is open.</summary>
    public int WithoutPlaces { get; private set; }

    public int WithNoneNear { get; private set; }
    public int WithNoneOpenNear { get; private set; }

    public int Of(StatusChoice status) => statuses[status.Code];

    public int Of(PhaseChoice phase) => phases[PhaseIndex(phase)];

    public int Of(Country country) => country.Id < countries.Length ? countries[country.Id] : 0;

    internal static FilterCounts Of(CatalogueSnapshot snapshot, List<int> slots, TrialFilter filter)
    {
        var counts = new FilterCounts();
        foreach (var slot in slots)
        {
            var misses = filter.Of(slot);
            if ((misses & (misses - 1)) == 0)
                counts.Count(snapshot, slot, misses, filter);
        }
        return counts;
    }

    /// <param name="snapshot">Where the slot is.</param>
    /// <param name="slot">A trial that misses no filter but perhaps one.</param>
    /// <param name="misses">That one.</param>
    /// <param name="filter">What was asked.</param>
    private void Count(CatalogueSnapshot snapshot, int slot, Misses misses, TrialFilter filter)
    {
        var marks = snapshot.Marks[slot];
        Total += misses == Misses.None ? 1 : 0;
        if (IsCounted(Misses.Status))
            statuses[snapshot.Statuses[slot]]++;
        if (IsCounted(Misses.Phase))
            CountPhases(snapshot.Phases[slot]);
        if (IsCounted(Misses.Country))
        {
            foreach (var country in snapshot.CountriesOf(slot))
            {
                if (country >= countries.Length)
                    Array.Resize(ref countries, country + 256);
                countries[country]++;
            }
        }
        if (IsCounted(Misses.Sex))
        {
            ForFemale += marks.HasFlag(EntryMarks.ForMale) ? 0 : 1;
            ForMale += marks.HasFlag(EntryMarks.ForFemale) ? 0 : 1;
        }
        TakingHealthyVolunteers += IsCounted(Misses.HealthyVolunteers) && !marks.HasFlag(EntryMarks.TakesNoHealthyVolunteers) ? 1 : 0;
        WithRead += IsCounted(Misses.Read) && marks.HasFlag(EntryMarks.HasRead) ? 1 : 0;
        WithResults += IsCounted(Misses.Results) && marks.HasFlag(EntryMarks.HasResults) ? 1 : 0;
        if (misses == Misses.Distance)
            CountFar(snapshot, slot, filter.Near!);

        bool IsCounted(Misses own) => misses == Misses.None || misses == own;
    }

    private void CountPhases(byte bits)
    {
        for (var i = 0; i < phases.Length; i++)
            phases[i] += bits >> i & 1;
    }

    private void CountFar(CatalogueSnapshot snapshot, int slot, NearBy near)
    {
        if (!snapshot.Marks[slot].HasFlag(EntryMarks.HasPlaces))
            WithoutPlaces++;
        else if (near.HasPlaceNear(snapshot.PointsOf(slot)))
            WithNoneOpenNear++;
        else
            WithNoneNear++;
    }

    private static int PhaseIndex(PhaseChoice phase) => System.Numerics.BitOperations.TrailingZeroCount(phase.Bit);
}
