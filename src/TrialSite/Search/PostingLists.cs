namespace TrialSite.Search;

/// <summary>The slots of the trials under each condition, in the order in which they were added: those of the file in one array, later ones in one for each condition.</summary>
/// <remarks>One thread adds; readers of an older snapshot leave out slots that they do not know.</remarks>
internal sealed class PostingLists(int[] ends, int[] kept)
{
    private volatile Posting?[] added = [];

    public PostingLists()
        : this([], [])
    {
    }

    /// <summary>One more than the largest id that has a list.</summary>
    public int Count => Math.Max(ends.Length, added.Length);

    public void Add(int conditionId, int slot)
    {
        var postings = added;
        if (conditionId >= postings.Length)
        {
            Array.Resize(ref postings, Math.Max(conditionId + 1, postings.Length + postings.Length / 2));
            added = postings;
        }
        (postings[conditionId] ??= new()).Add(slot);
    }

    /// <summary>Those that came last first, then the kept ones: their slots are in the order of <see cref="RowOrder"/>, in which the open and the recently updated come first.</summary>
    public IEnumerable<int> LatestFirst(int conditionId)
    {
        if (added is var later && conditionId < later.Length && later[conditionId] is { } posting)
        {
            for (var i = posting.Count - 1; i >= 0; i--)
                yield return posting[i];
        }
        if (conditionId < ends.Length)
        {
            for (var i = conditionId == 0 ? 0 : ends[conditionId - 1]; i < ends[conditionId]; i++)
                yield return kept[i];
        }
    }

    public static PostingLists ReadFrom(ColumnReader file) => new(file.Read<int>().Values, file.Read<int>().Values);

    /// <summary>The same lists, all kept: they were added in the order of <see cref="RowOrder"/>.</summary>
    public PostingLists Settled()
    {
        var (all, slots) = (new int[Count], new List<int>());
        for (var id = 0; id < all.Length; id++)
        {
            slots.AddRange(LatestFirst(id).Reverse());
            all[id] = slots.Count;
        }
        return new(all, [.. slots]);
    }

    /// <param name="file">Gets all lists.</param>
    /// <param name="slotInFile">The slot in the file of each slot; those that are not in it have none.</param>
    public void WriteTo(ColumnWriter file, ReadOnlyMemory<int> slotInFile)
    {
        var lists = Enumerable.Range(0, Count).Select(id => LatestFirst(id).Where(slot => slot < slotInFile.Length && slotInFile.Span[slot] >= 0));
        var end = 0;
        file.Write(lists.Select(list => end += list.Count()));
        file.Write(lists.SelectMany(list => list.Select(slot => slotInFile.Span[slot]).Order()));
    }
}
