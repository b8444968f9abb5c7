namespace TrialSite.Search;

/// <summary>The slots with the largest keys of all that are offered, in the memory of as many as are wanted.</summary>
internal sealed class TopSlots(int most)
{
    private readonly PriorityQueue<int, long> least = new(most + 1);

    public void Offer(int slot, long key)
    {
        if (least.Count < most)
            least.Enqueue(slot, key);
        else if (most > 0 && least.TryPeek(out _, out var floor) && key > floor)
            least.DequeueEnqueue(slot, key);
    }

    /// <summary>The largest key first.</summary>
    public List<int> InOrder()
    {
        var slots = new List<int>(least.Count);
        while (least.TryDequeue(out var slot, out _))
            slots.Add(slot);
        slots.Reverse();
        return slots;
    }
}
