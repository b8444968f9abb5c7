namespace TrialSite.Search;

/// <summary>The last slot of each trial: by their sorted numbers for those of a start, since a table of a whole registry takes three times as much.</summary>
internal sealed class SlotsByTrial
{
    private readonly int[] numbers;
    private readonly int[] slots;
    private readonly Dictionary<int, int> later = [];

    public SlotsByTrial(TrialColumns columns)
    {
        numbers = columns.NctNumbers[..columns.Count];
        slots = [.. Enumerable.Range(0, columns.Count)];
        Array.Sort(numbers, slots);
    }

    public int? Of(int nctNumber) =>
        later.TryGetValue(nctNumber, out var slot) ? slot
        : Array.BinarySearch(numbers, nctNumber) is >= 0 and var at ? slots[at]
        : null;

    public void Put(int nctNumber, int slot) => later[nctNumber] = slot;
}
