namespace TrialSite.Search;

/// <summary>The entries of the index in memory, one for the process: it answers lists, counts and filters; about 100 bytes a trial.</summary>
/// <remarks>It asks the store at each look whether there is more, also from another process, and reads only what is new.</remarks>
public sealed class CatalogueIndex(ISearchStore store, EntryFile file) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private TrialColumns columns = new(0);

    /// <summary>Made when a trial changes for the first time: a start has no need of it.</summary>
    private SlotsByTrial? slotsByTrial;
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
        return current = new(number, revision, count, columns);
    }

    private long ReadAll()
    {
        slotsByTrial = null;
        if (file.Read() is { } kept)
        {
            (columns, count) = (kept.Columns, kept.Columns.Count);
            return kept.Revision;
        }
        (columns, count) = (new(store.CountEntries()), 0);
        var revision = store.ReadEntries(-1, entry => Add(entry));
        columns.Settle();
        return revision;
    }

    /// <summary>In the place of what was known of the trial.</summary>
    private void Take(EntryRow entry, int number)
    {
        slotsByTrial ??= new(columns);
        if (slotsByTrial.Of(entry.NctNumber) is { } before && columns.Ends[before] == TrialColumns.NoEnd)
        {
            columns.Ends[before] = number;
            count--;
        }
        if (Add(entry) is { } slot)
            slotsByTrial.Put(entry.NctNumber, slot);
    }

    /// <summary>Of a trial that is not there; null for one that is gone.</summary>
    private int? Add(EntryRow entry)
    {
        if (entry.Marks.HasFlag(EntryMarks.IsGone))
            return null;
        count++;
        return columns.Add(entry);
    }
}
