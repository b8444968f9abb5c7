namespace TrialSite.Search;

/// <summary>What of a query a trial does not fit, of which all but words and condition is asked here.</summary>
[Flags]
internal enum Misses
{
    None = 0,
    Status = 1 << 0,
    Phase = 1 << 1,
    Country = 1 << 2,
    Age = 1 << 3,
    Sex = 1 << 4,
    HealthyVolunteers = 1 << 5,
    Read = 1 << 6,
    Results = 1 << 7,
    Distance = 1 << 8,
}

/// <summary>Tells for each slot which filters it misses. What a trial does not state never makes it miss one: missing is not no.</summary>
internal sealed class TrialFilter
{
    private readonly CatalogueSnapshot snapshot;
    private readonly TrialQuery query;
    private readonly bool[] statuses = new bool[StatusChoice.All.Count];
    private readonly byte phases;
    private readonly HashSet<ushort> countries;
    private readonly (int First, int Last) age;
    private readonly EntryMarks otherSex;

    public TrialFilter(CatalogueSnapshot snapshot, TrialQuery query, IEnumerable<Country> known, NearBy? near)
    {
        (this.snapshot, this.query, Near) = (snapshot, query, near);
        foreach (var status in query.Statuses)
            statuses[status.Code] = true;
        phases = query.Phases.Aggregate((byte)0, (bits, phase) => (byte)(bits | phase.Bit));
        countries = [.. known.Where(country => query.Countries.Contains(country.Slug)).Select(country => (ushort)country.Id)];
        age = query.Age is { } years ? AgeInDays.OfPerson(years) : (0, int.MaxValue);
        otherSex = query.Sex switch { SexChoice.Female => EntryMarks.ForMale, SexChoice.Male => EntryMarks.ForFemale, _ => EntryMarks.None };
    }

    public NearBy? Near { get; }

    /// <summary>Those that miss nothing, in the order they come in.</summary>
    public List<int> Fitting(List<int> slots) => slots.FindAll(slot => Of(slot) == Misses.None);

    public Misses Of(int slot)
    {
        var marks = snapshot.Marks[slot];
        var misses = Misses.None;
        if (query.Statuses.Count > 0 && !statuses[snapshot.Statuses[slot]])
            misses |= Misses.Status;
        if (phases != 0 && (snapshot.Phases[slot] & phases) == 0)
            misses |= Misses.Phase;
        if (query.Countries.Count > 0 && !IsInCountry(slot))
            misses |= Misses.Country;
        if (query.Age is not null && (snapshot.OldestDays[slot] < age.First || snapshot.YoungestDays[slot] > age.Last))
            misses |= Misses.Age;
        if ((marks & otherSex) != 0)
            misses |= Misses.Sex;
        if (query.TakesHealthyVolunteers && marks.HasFlag(EntryMarks.TakesNoHealthyVolunteers))
            misses |= Misses.HealthyVolunteers;
        if (query.HasRead && !marks.HasFlag(EntryMarks.HasRead))
            misses |= Misses.Read;
        if (query.HasResults && !marks.HasFlag(EntryMarks.HasResults))
            misses |= Misses.Results;
        // The dearest comes last, and only for those whom it can still change something for.
        if (Near is { Within: not null } && (misses & (misses - 1)) == 0 && Near.NearestOpen(snapshot.PointsOf(slot)).Kilometres > Near.Within)
            misses |= Misses.Distance;
        return misses;
    }

    private bool IsInCountry(int slot)
    {
        foreach (var country in snapshot.CountriesOf(slot))
        {
            if (countries.Contains(country))
                return true;
        }
        return false;
    }
}
