using System.Runtime.CompilerServices;

namespace TrialSite.Search;

/// <summary>The entries of the index in memory, one for the process: it answers lists, counts and filters; about 100 bytes a trial.</summary>
/// <remarks>It asks the store at each look whether there is more, also from another process, and reads only what is new.</remarks>
public sealed class CatalogueIndex(ISearchStore store, EntryFile file) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private TrialColumns columns = new(default(EntryCounts).WithRoom());
    private Dictionary<int, int> slotOfTrial = [];
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
        var revision = after is null ? ReadAll(number) : store.ReadEntries(after.Revision, entry => Take(entry, number));
        isWhole = true;
        return current = new(number, revision, count, columns, own, broader);
    }

    private long ReadAll(int number)
    {
        if (file.Read(Forget, entry => Take(entry, number)) is { } revision)
            return revision;
        Forget(new(store.CountEntries(), 0, 0, 0));
        return store.ReadEntries(-1, entry => Take(entry, number));
    }

    private void Forget(EntryCounts counts)
    {
        (columns, slotOfTrial) = (new(counts.WithRoom()), new(counts.WithRoom().Entries));
        (own, broader, count) = ([], [], 0);
    }

    /// <summary>See <see cref="EntryFile"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(EntryRow entry, int number)
    {
        if (slotOfTrial.Remove(entry.NctNumber, out var before))
        {
            columns.Ends[before] = number;
            count--;
        }
        if (entry.Marks.HasFlag(EntryMarks.IsGone))
            return;
        var slot = columns.Add(entry);
        slotOfTrial.Add(entry.NctNumber, slot);
        count++;
        List(ref own, entry.Conditions, slot);
        List(ref broader, entry.BroaderConditions, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
