namespace TrialSite.Search;

/// <summary>Slots of trials under one condition, in the order in which they were added.</summary>
internal sealed class Posting
{
    private int[] slots = new int[4];
    private int count;

    public int Count => Volatile.Read(ref count);

    public int this[int index] => slots[index];

    public void Add(int slot)
    {
        if (count == slots.Length)
            Array.Resize(ref slots, slots.Length * 2);
        slots[count] = slot;
        Volatile.Write(ref count, count + 1);
    }
}
