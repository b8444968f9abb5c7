namespace TrialSite.Search;

/// <summary>The entries as columns, one slot a version of a trial's entry; slots are added and never change, but for the moment from which they are over.</summary>
/// <remarks>
/// One thread adds; readers hold a <see cref="CatalogueSnapshot"/> and see the slots below its count. An array that is full is copied, so readers
/// of an older snapshot go on with the old one.
/// </remarks>
internal sealed class TrialColumns
{
    public const int NoEnd = int.MaxValue;
    private const int PageBits = 12;
    private const int PagesOfMonth = RowOrder.RowsOfMonth >> PageBits;

    /// <summary>One more than the slot of each row, by month and page: few months have rows, and those few lie close together.</summary>
    private readonly int[]?[]?[] months = new int[RowOrder.Most / RowOrder.RowsOfMonth][][];

    /// <param name="entries">For so many, before anything is copied.</param>
    public TrialColumns(int entries)
    {
        var room = Room(entries);
        RowIds = new uint[room];
        NctNumbers = new int[room];
        Ends = new int[room];
        Statuses = new byte[room];
        Phases = new byte[room];
        Marks = new EntryMarks[room];
        YoungestDays = new ushort[room];
        OldestDays = new ushort[room];
        FirstSeen = new ushort[room];
        LastUpdated = new ushort[room];
        Conditions = new(room);
        Countries = new(room);
        Points = new(room);
        Own = new();
        Broader = new();
    }

    /// <summary>As <see cref="WriteTo"/> wrote them.</summary>
    private TrialColumns(ColumnReader file)
    {
        (RowIds, Count) = file.Read<uint>(withRoom: true);
        NctNumbers = Column<int>();
        Statuses = Column<byte>();
        Phases = Column<byte>();
        Marks = Column<EntryMarks>();
        YoungestDays = Column<ushort>();
        OldestDays = Column<ushort>();
        FirstSeen = Column<ushort>();
        LastUpdated = Column<ushort>();
        Conditions = SlotLists<int>.ReadFrom(file, Count);
        Countries = SlotLists<ushort>.ReadFrom(file, Count);
        Points = SlotLists<PlacePoint>.ReadFrom(file, Count);
        Own = PostingLists.ReadFrom(file);
        Broader = PostingLists.ReadFrom(file);
        Ends = new int[RowIds.Length];
        Array.Fill(Ends, NoEnd);
        for (var slot = 0; slot < Count; slot++)
            Remember(RowIds[slot], slot);

        T[] Column<T>()
            where T : unmanaged => file.Read<T>(withRoom: true) is var (values, count) && count == Count ? values : throw new InvalidDataException("The columns are not of one length.");
    }

    public int Count { get; private set; }

    /// <summary>See <see cref="RowOrder"/>: all fit.</summary>
    public uint[] RowIds { get; private set; }

    public int[] NctNumbers { get; private set; }

    /// <summary>The number of the first snapshot that does not have the slot any more.</summary>
    public int[] Ends { get; private set; }

    public byte[] Statuses { get; private set; }
    public byte[] Phases { get; private set; }
    public EntryMarks[] Marks { get; private set; }
    public ushort[] YoungestDays { get; private set; }
    public ushort[] OldestDays { get; private set; }
    public ushort[] FirstSeen { get; private set; }
    public ushort[] LastUpdated { get; private set; }
    public SlotLists<int> Conditions { get; }
    public SlotLists<ushort> Countries { get; }
    public SlotLists<PlacePoint> Points { get; }

    /// <summary>The slots under each condition that a trial names.</summary>
    public PostingLists Own { get; private set; }

    /// <summary>Those under each condition that is broader than one that a trial names.</summary>
    public PostingLists Broader { get; private set; }

    /// <summary>Some more than there are come until the next start, and arrays that grow leave as much behind as they hold.</summary>
    public static int Room(int count) => Math.Max(count + count / 32, 1024);

    public static TrialColumns ReadFrom(ColumnReader file) => new(file);

    public int Add(EntryRow entry)
    {
        var slot = Count;
        if (slot == NctNumbers.Length)
            Grow();
        RowIds[slot] = (uint)entry.Id;
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
        foreach (var id in entry.Conditions)
            Own.Add(id, slot);
        foreach (var id in entry.BroaderConditions)
            Broader.Add(id, slot);
        Remember(entry.Id, slot);
        Count++;
        return slot;
    }

    /// <summary>After all was added in the order of <see cref="RowOrder"/>, and before anybody reads.</summary>
    public void Settle() => (Own, Broader) = (Own.Settled(), Broader.Settled());

    /// <summary>The slot of a row of the full-text table, or -1.</summary>
    public int SlotOf(long rowId) => months[rowId / RowOrder.RowsOfMonth]?[PageOf(rowId)] is { } page ? page[OnPage(rowId)] - 1 : -1;

    /// <param name="file">Gets the columns.</param>
    /// <param name="live">The slots that are written, in the order of <see cref="RowOrder"/>; in the file they have no gaps.</param>
    public void WriteTo(ColumnWriter file, IReadOnlyList<int> live)
    {
        Write(RowIds);
        Write(NctNumbers);
        Write(Statuses);
        Write(Phases);
        Write(Marks);
        Write(YoungestDays);
        Write(OldestDays);
        Write(FirstSeen);
        Write(LastUpdated);
        Conditions.WriteTo(file, live);
        Countries.WriteTo(file, live);
        Points.WriteTo(file, live);
        var slotInFile = new int[Count];
        Array.Fill(slotInFile, -1);
        for (var i = 0; i < live.Count; i++)
            slotInFile[live[i]] = i;
        Own.WriteTo(file, slotInFile);
        Broader.WriteTo(file, slotInFile);

        void Write<T>(T[] column)
            where T : unmanaged => file.Write(live.Select(slot => column[slot]));
    }

    private void Remember(long rowId, int slot)
    {
        var pages = months[rowId / RowOrder.RowsOfMonth] ??= new int[PagesOfMonth][];
        (pages[PageOf(rowId)] ??= new int[1 << PageBits])[OnPage(rowId)] = slot + 1;
    }

    private static long PageOf(long rowId) => rowId >> PageBits & PagesOfMonth - 1;

    private static long OnPage(long rowId) => rowId & (1 << PageBits) - 1;

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
}
