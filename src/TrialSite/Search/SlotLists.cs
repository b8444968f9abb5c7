namespace TrialSite.Search;

/// <summary>A list of values for each slot, all in one array.</summary>
internal sealed class SlotLists<T>
    where T : unmanaged
{
    private int[] ends;
    private T[] values;
    private int slots;

    public SlotLists(int room) => (ends, values) = (new int[room], new T[room]);

    private SlotLists(ColumnReader file, int count)
    {
        (ends, slots) = file.Read<int>(withRoom: true);
        (values, var held) = file.Read<T>(withRoom: true);
        if (slots != count || StartOf(slots) != held)
            throw new InvalidDataException("The lists are not those of the slots.");
    }

    public ReadOnlySpan<T> this[int slot] => values.AsSpan(StartOf(slot), ends[slot] - StartOf(slot));

    public static SlotLists<T> ReadFrom(ColumnReader file, int count) => new(file, count);

    public void Add(ReadOnlySpan<T> list)
    {
        if (slots == ends.Length)
            Array.Resize(ref ends, ends.Length + ends.Length / 2);
        var start = StartOf(slots);
        if (start + list.Length > values.Length)
            Array.Resize(ref values, Math.Max(values.Length + values.Length / 2, start + list.Length));
        list.CopyTo(values.AsSpan(start));
        ends[slots++] = start + list.Length;
    }

    public void WriteTo(ColumnWriter file, IReadOnlyList<int> live)
    {
        var end = 0;
        file.Write(live.Select(slot => end += ends[slot] - StartOf(slot)));
        file.Write(live.SelectMany(slot => Enumerable.Range(StartOf(slot), ends[slot] - StartOf(slot)).Select(i => values[i])));
    }

    private int StartOf(int slot) => slot == 0 ? 0 : ends[slot - 1];
}
