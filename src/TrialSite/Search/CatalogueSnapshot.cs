using System.Collections.Concurrent;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>The catalogue's entries at one moment; safe to read from any thread while the index goes on.</summary>
/// <remarks>Counts and lists cost the same wherever they begin; those over the whole catalogue are made once a snapshot.</remarks>
public sealed class CatalogueSnapshot
{
    /// <summary>Lists for the home page are made once a snapshot, longer ones for each reader.</summary>
    private const int MostKept = 50;

    private readonly TrialColumns columns;
    private readonly ConcurrentDictionary<string, object> made = [];
    private readonly ConcurrentDictionary<int, int> countsWithNarrower = [];

    internal CatalogueSnapshot(int number, long revision, int count, TrialColumns columns)
    {
        (Number, Revision, Count) = (number, revision, count);
        this.columns = columns;
        Slots = columns.Count;
        RowIds = columns.RowIds;
        NctNumbers = columns.NctNumbers;
        Ends = columns.Ends;
        Statuses = columns.Statuses;
        Phases = columns.Phases;
        Marks = columns.Marks;
        YoungestDays = columns.YoungestDays;
        OldestDays = columns.OldestDays;
        FirstSeen = columns.FirstSeen;
        LastUpdated = columns.LastUpdated;
    }

    /// <summary>The revision of the store that this is.</summary>
    public long Revision { get; }

    /// <summary>How many trials are listed.</summary>
    public int Count { get; }

    internal int Number { get; }
    internal int Slots { get; }
    internal uint[] RowIds { get; }
    internal int[] NctNumbers { get; }
    internal int[] Ends { get; }
    internal byte[] Statuses { get; }
    internal byte[] Phases { get; }
    internal EntryMarks[] Marks { get; }
    internal ushort[] YoungestDays { get; }
    internal ushort[] OldestDays { get; }
    internal ushort[] FirstSeen { get; }
    internal ushort[] LastUpdated { get; }

    /// <summary>The newest to this site first.</summary>
    public IReadOnlyList<IndexedTrial> Newest(int count, ListCursor? after = null) =>
        after is null && count <= MostKept ? Once($"newest {count}", () => Top(All, FirstSeen, count, null)) : Top(All, FirstSeen, count, after);

    /// <summary>Those whose content changed after they were first seen, the latest first.</summary>
    public IReadOnlyList<IndexedTrial> RecentlyChanged(int count, ListCursor? after = null) =>
        after is null && count <= MostKept ? Once($"changed {count}", () => Top(Changed(All), LastUpdated, count, null)) : Top(Changed(All), LastUpdated, count, after);

    /// <summary>The trials listed under the condition, the newest first.</summary>
    public IReadOnlyList<IndexedTrial> NewestUnder(int conditionId, int count, bool withNarrower = false, ListCursor? after = null) =>
        Top(Under(conditionId, withNarrower), FirstSeen, count, after);

    /// <summary>Those under the condition whose content changed on the day or later, the latest first.</summary>
    public IReadOnlyList<IndexedTrial> ChangedUnder(int conditionId, DateOnly since, int count, bool withNarrower = false, ListCursor? after = null) =>
        Top(ChangedSince(Changed(Under(conditionId, withNarrower)), IndexDay.Of(since)), LastUpdated, count, after);

    /// <summary>With narrower ones it is counted once or a few times a snapshot: pages name the same few broad conditions, with most of the trials under them, again and again.</summary>
    public int CountUnder(int conditionId, bool withNarrower = false) =>
        withNarrower ? countsWithNarrower.GetOrAdd(conditionId, id => Under(id, withNarrower: true).Count()) : Under(conditionId, withNarrower: false).Count();

    /// <summary>When a trial under the condition last changed; null when none is listed under it.</summary>
    public DateOnly? LastUpdatedUnder(int conditionId)
    {
        ushort? latest = null;
        foreach (var slot in Under(conditionId, withNarrower: false))
            latest = Math.Max(latest ?? 0, LastUpdated[slot]);
        return latest is { } day ? IndexDay.ToDate(day) : null;
    }

    /// <summary>How many trials under the condition have each status, in the order of the filters; those with none are left out.</summary>
    public IReadOnlyList<(StatusChoice Status, int Count)> StatusesUnder(int conditionId, bool withNarrower = false)
    {
        var counts = new int[StatusChoice.All.Count];
        foreach (var slot in Under(conditionId, withNarrower))
            counts[Statuses[slot]]++;
        return [.. StatusChoice.InReadingOrder.Where(status => counts[status.Code] > 0).Select(status => (status, counts[status.Code]))];
    }

    /// <summary>How many trials are listed under each condition, by its id; those of narrower ones are not counted.</summary>
    public IReadOnlyDictionary<int, int> CountsByCondition() => Once("conditions", () =>
        Enumerable.Range(0, columns.Own.Count).Select(id => (id, Count: CountUnder(id))).Where(pair => pair.Count > 0).ToDictionary(pair => pair.id, pair => pair.Count));

    /// <summary>When a trial of each stretch of NCT numbers last changed, in their order; stretches without a listed trial are left out.</summary>
    public IReadOnlyList<(int Stretch, DateOnly LastUpdated)> LastUpdatedByStretch(int length) => Once($"stretches {length}", () =>
    {
        var latest = new SortedDictionary<int, ushort>();
        foreach (var slot in All)
            latest[NctNumbers[slot] / length] = Math.Max(latest.GetValueOrDefault(NctNumbers[slot] / length), LastUpdated[slot]);
        return latest.Select(stretch => (stretch.Key, IndexDay.ToDate(stretch.Value))).ToList();
    });

    internal bool IsLive(int slot) => slot >= 0 && slot < Slots && Ends[slot] > Number;

    internal int SlotOf(long rowId) => columns.SlotOf(rowId) is var slot && IsLive(slot) ? slot : -1;

    internal ReadOnlySpan<int> ConditionsOf(int slot) => columns.Conditions[slot];

    internal ReadOnlySpan<ushort> CountriesOf(int slot) => columns.Countries[slot];

    internal ReadOnlySpan<PlacePoint> PointsOf(int slot) => columns.Points[slot];

    /// <summary><see cref="All"/> in one list, of the right size: one that grows leaves as much behind as it holds.</summary>
    internal List<int> AllSlots => Once("all", () =>
    {
        var slots = new List<int>(Count);
        slots.AddRange(All);
        return slots;
    });

    /// <summary>In no order that means something: those that came since the start first.</summary>
    internal IEnumerable<int> All
    {
        get
        {
            for (var slot = Slots - 1; slot >= 0; slot--)
            {
                if (Ends[slot] > Number)
                    yield return slot;
            }
        }
    }

    /// <summary>The latest first, those of narrower conditions behind the others.</summary>
    internal IEnumerable<int> Under(int conditionId, bool withNarrower)
    {
        var slots = columns.Own.LatestFirst(conditionId);
        return (withNarrower ? slots.Concat(columns.Broader.LatestFirst(conditionId)) : slots).Where(IsLive);
    }

    internal IndexedTrial TrialAt(int slot) => new(
        NctId.OfNumber(NctNumbers[slot]),
        StatusChoice.All[Statuses[slot]],
        [.. PhaseChoice.All.Where(phase => (phase.Bit & Phases[slot]) != 0 && phase != PhaseChoice.NotStated)],
        IndexDay.ToDate(FirstSeen[slot]),
        IndexDay.ToDate(LastUpdated[slot]),
        Marks[slot].HasFlag(EntryMarks.IsOpen),
        Marks[slot].HasFlag(EntryMarks.HasRead),
        Marks[slot].HasFlag(EntryMarks.HasPlaces),
        ConditionsOf(slot) is [var primary, ..] ? primary : null)
    {
        Slot = slot,
    };

    internal void WriteTo(ColumnWriter file) => columns.WriteTo(file, [.. All.OrderBy(slot => RowIds[slot])]);

    /// <summary>By their ids.</summary>
    internal IReadOnlyDictionary<int, Country> Countries(ISearchStore store) => Once("countries", store.Countries);

    /// <summary>Made at most a few times a snapshot, whoever asks.</summary>
    internal T Once<T>(string name, Func<T> make)
        where T : notnull => (T)made.GetOrAdd(name, _ => make());

    private IEnumerable<int> Changed(IEnumerable<int> slots) => slots.Where(slot => LastUpdated[slot] > FirstSeen[slot]);

    private IEnumerable<int> ChangedSince(IEnumerable<int> slots, ushort day) => slots.Where(slot => LastUpdated[slot] >= day);

    private List<IndexedTrial> Top(IEnumerable<int> slots, ushort[] days, int count, ListCursor? after)
    {
        var behind = after is { } cursor ? Key(IndexDay.Of(cursor.Day), cursor.NctNumber) : long.MaxValue;
        var top = new TopSlots(count);
        foreach (var slot in slots)
        {
            var key = Key(days[slot], NctNumbers[slot]);
            if (key < behind)
                top.Offer(slot, key);
        }
        return [.. top.InOrder().Select(TrialAt)];
    }

    private static long Key(ushort day, int nctNumber) => (long)day << 32 | (uint)nctNumber;
}
