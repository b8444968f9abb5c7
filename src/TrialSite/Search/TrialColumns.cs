namespace TrialSite.Search;

/// <summary>The entries as columns, one slot a version of a trial's entry; slots are added and never change, but for the moment from which they are over.</summary>
/// <remarks>
/// One thread adds; readers hold a <see cref="CatalogueSnapshot"/> and see the slots below its count. An array that is full is copied, so readers
/// of an older snapshot go on with the old one.
/// </remarks>
/// <param name="room">For so much, before anything is copied.</param>
internal sealed class TrialColumns(EntryCounts room)
{
    private const int PageBits = 12;
    public const int NoEnd = int.MaxValue;

    private readonly int[]?[] pages = new int[RowOrder.Most >> PageBits][];

    public int Count { get; private set; }
    public long[] RowIds { get; private set; } = new long[room.Entries];
    public int[] NctNumbers { get; private set; } = new int[room.Entries];

    /// <summary>The number of the first snapshot that does not have the slot any more.</summary>
    public int[] Ends { get; private set; } = new int[room.Entries];

    public byte[] Statuses { get; private set; } = new byte[room.Entries];
    public byte[] Phases { get; private set; } = new byte[room.Entries];
    public EntryMarks[] Marks { get; private set; } = new EntryMarks[room.Entries];
    public ushort[] YoungestDays { get; private set; } = new ushort[room.Entries];
    public ushort[] OldestDays { get; private set; } = new ushort[room.Entries];
    public ushort[] FirstSeen { get; private set; } = new ushort[room.Entries];
    public ushort[] LastUpdated { get; private set; } = new ushort[room.Entries];
    public Lists<int> Conditions { get; } = new(room.Entries, room.Conditions);
    public Lists<ushort> Countries { get; } = new(room.Entries, room.Countries);
    public Lists<PlacePoint> Points { get; } = new(room.Entries, room.Points);

    public int Add(EntryRow entry)
    {
        var slot = Count;
        if (slot == NctNumbers.Length)
            Grow();
        RowIds[slot] = entry.Id;
        NctNumbers[slot] = entry.NctNumber;
        Ends[slot] = NoEnd;
        Statuses[slot] = entry.Status;
        Phases[slot] = entry.Phases;
        Marks[slot] = entry.Marks;
        YoungestDays[slot] = entry.YoungestDay;
        OldestDays[slot] = entry.OldestDay;
        FirstSeen[slot] = IndexDay.Of(entry.FirstSeen);
        LastUpdated[slot] = IndexDay.Of(entry.LastUpdated);
        Conditions.Add(entry.Conditions);
        Countries.Add(entry.Countries);
        Points.Add(entry.Points);
        Remember(entry.Id, slot);
        Count++;
        return slot;
    }

    /// <summary>The slot of a row of the full-text table, or -1.</summary>
    public int SlotOf(long rowId) => pages[rowId >> PageBits] is { } page ? page[rowId & (1 << PageBits) - 1] - 1 : -1;

    private void Remember(long rowId, int slot) => (pages[rowId >> PageBits] ??= new int[1 << PageBits])[rowId & (1 << PageBits) - 1] = slot + 1;

    private void Grow()
    {
        RowIds = Larger(RowIds);
        NctNumbers = Larger(NctNumbers);
        Ends = Larger(Ends);
        Statuses = Larger(Statuses);
        Phases = Larger(Phases);
        Marks = Larger(Marks);
        YoungestDays = Larger(YoungestDays);
        OldestDays = Larger(OldestDays);
        FirstSeen = Larger(FirstSeen);
        LastUpdated = Larger(LastUpdated);

        static T[] Larger<T>(T[] array)
        {
            Array.Resize(ref array, array.Length + array.Length / 2);
            return array;
        }
    }

    /// <summary>A list of values for each slot, all in one array.</summary>
    internal sealed class Lists<T>(int room, int roomForValues)
        where T : struct
    {
        private int[] ends = new int[room];
        private T[] values = new T[roomForValues];
        private int count;
        private int slots;

        public ReadOnlySpan<T> this[int slot]
        {
            get
            {
                var start = slot == 0 ? 0 : ends[slot - 1];
                return values.AsSpan(start, ends[slot] - start);
            }
        }

        public void Add(ReadOnlySpan<T> list)
        {
            if (slots == ends.Length)
                Array.Resize(ref ends, ends.Length + ends.Length / 2);
            if (count + list.Length > values.Length)
                Array.Resize(ref values, Math.Max(values.Length + values.Length / 2, count + list.Length));
            list.CopyTo(values.AsSpan(count));
            count += list.Length;
            ends[slots++] = count;
        }
    }
}
