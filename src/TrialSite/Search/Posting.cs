namespace TrialSite.Search;

/// <summary>The slots of the trials under one condition, in the order in which they were added.</summary>
internal sealed class Posting
{
    private int[] slots = new int[4];
    private int count;

    /// <summary>Older snapshots leave out slots that they do not know.</summary>
    public ReadOnlySpan<int> Slots
    {
        get
        {
            var known = Volatile.Read(ref count);
            return slots.AsSpan(0, known);
        }
    }

    public void Add(int slot)
    {
        if (count == slots.Length)
            Array.Resize(ref slots, slots.Length * 2);
        slots[count] = slot;
        Volatile.Write(ref count, count + 1);
    }
}
