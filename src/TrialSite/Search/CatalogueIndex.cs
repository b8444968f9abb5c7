namespace TrialSite.Search;

/// <summary>The entries of the index in memory, one for the process: it answers lists, counts and filters; about 100 bytes a trial.</summary>
/// <remarks>It asks the store at each look whether there is more, also from another process, and reads only what is new.</remarks>
public sealed class CatalogueIndex(ISearchStore store, EntryFile file) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private TrialColumns columns = new(default(EntryCounts).WithRoom());

    /// <summary>Made when a trial changes for the first time: a start has no need of it.</summary>
    private Dictionary<int, int>? slotOfTrial;
    private Posting?[] own = [];
    private Posting?[] broader = [];
    private int count;

    /// <summary>False while all is read anew, and after a fault in the middle of that.</summary>
    private bool isWhole = true;
    private volatile CatalogueSnapshot? current;

    /// <summary>The catalogue as it is now. Only the first look, or one right after a write, waits.</summary>
    public async ValueTask<CatalogueSnapshot> Current(CancellationToken cancellationToken)
    {
        if (current is { } known && known.Revision == store.Revision())
            return known;
        await gate.WaitAsync(cancellationToken);
        try
        {
            // A large index takes a second to read, and the calls of the store block.
            return current is { } already && already.Revision == store.Revision() ? already : await Task.Run(Refresh, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private CatalogueSnapshot Refresh()
    {
        var after = current;
        // A store that was put back, or more slots that are over than not: from the beginning.
        if (after is not null && (!isWhole || store.Revision() < after.Revision || columns.Count > 2 * count + 10_000))
            after = null;
        var number = (current?.Number ?? 0) + 1;
        isWhole = after is not null;
        var revision = after is null ? ReadAll() : store.ReadEntries(after.Revision, entry => Take(entry, number));
        isWhole = true;
        return current = new(number, revision, count, columns, own, broader);
    }

    private long ReadAll()
    {
        if (file.Read(Forget, entry => Add(entry)) is { } revision)
            return revision;
        Forget(new(store.CountEntries(), 0, 0, 0));
        return store.ReadEntries(-1, entry => Add(entry));
    }

    private void Forget(EntryCounts counts)
    {
        (columns, slotOfTrial) = (new(counts.WithRoom()), null);
        (own, broader, count) = ([], [], 0);
    }

    /// <summary>In the place of what was known of the trial.</summary>
    private void Take(EntryRow entry, int number)
    {
        slotOfTrial ??= SlotsByTrial();
        if (slotOfTrial.Remove(entry.NctNumber, out var before))
        {
            columns.Ends[before] = number;
            count--;
        }
        if (Add(entry) is { } slot)
            slotOfTrial.Add(entry.NctNumber, slot);
    }

    private Dictionary<int, int> SlotsByTrial()
    {
        var slots = new Dictionary<int, int>(columns.NctNumbers.Length);
        for (var slot = 0; slot < columns.Count; slot++)
        {
            if (columns.Ends[slot] == TrialColumns.NoEnd)
                slots.Add(columns.NctNumbers[slot], slot);
        }
        return slots;
    }

    /// <summary>Of a trial that is not there; null for one that is gone.</summary>
    private int? Add(EntryRow entry)
    {
        if (entry.Marks.HasFlag(EntryMarks.IsGone))
            return null;
        var slot = columns.Add(entry);
        count++;
        List(ref own, entry.Conditions, slot);
        List(ref broader, entry.BroaderConditions, slot);
        return slot;
    }

    private static void List(ref Posting?[] postings, ReadOnlySpan<int> conditionIds, int slot)
    {
        foreach (var id in conditionIds)
        {
            if (id >= postings.Length)
                Array.Resize(ref postings, Math.Max(id + 1, postings.Length + postings.Length / 2));
            (postings[id] ??= new()).Add(slot);
        }
    }
}
