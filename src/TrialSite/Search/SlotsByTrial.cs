namespace TrialSite.Search;

/// <summary>The last slot of each trial: in the order of their numbers for those of a start, since a table of a whole registry takes six times as much.</summary>
internal sealed class SlotsByTrial
{
    private readonly TrialColumns columns;
    private readonly int[] slots;
    private readonly Dictionary<int, int> later = [];

    public SlotsByTrial(TrialColumns columns)
    {
        this.columns = columns;
        slots = [.. Enumerable.Range(0, columns.Count)];
        Array.Sort(columns.NctNumbers[..columns.Count], slots);
    }

    public int? Of(int nctNumber)
    {
        if (later.TryGetValue(nctNumber, out var slot))
            return slot;
        var at = slots.AsSpan().BinarySearch(new Number(columns.NctNumbers, nctNumber));
        return at >= 0 ? slots[at] : null;
    }

    public void Put(int nctNumber, int slot) => later[nctNumber] = slot;

    /// <summary>Compares with the numbers of slots.</summary>
    private readonly struct Number(int[] numbers, int number) : IComparable<int>
    {
        public int CompareTo(int slot) => number.CompareTo(numbers[slot]);
    }
}
