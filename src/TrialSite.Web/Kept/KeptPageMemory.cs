using System.Collections.Concurrent;

namespace TrialSite.Web.Kept;

/// <summary>Pages by address, as many as <see cref="PageOptions.MemoryMegabytes"/> holds; those go first that nobody asked for since they were last passed over.</summary>
internal sealed class KeptPageMemory(PageOptions options, PageCounts counts)
{
    private readonly long most = options.MemoryMegabytes * 1024L * 1024;
    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly LinkedList<Place> inLine = [];
    private readonly Lock gate = new();
    private long size;

    public KeptPage? Find(string address)
    {
        if (!places.TryGetValue(address, out var place))
            return null;
        // Written only once: another core reads it.
        if (!place.WasAskedFor)
            place.WasAskedFor = true;
        return place.Page;
    }

    /// <summary>In the place of the page that was there; also when the page grew by a form.</summary>
    public void Put(KeptPage page)
    {
        lock (gate)
        {
            var place = new Place(page, page.Size);
            if (places.TryGetValue(page.Address, out var before))
            {
                place.WasAskedFor = before.WasAskedFor;
                Remove(before);
            }
            if (place.Size <= most)
                Add(place);
            counts.SetBytesInMemory(size);
        }
    }

    /// <summary>It is in the file too: one that nobody asked for again makes room, so that what is rendered for a crawler alone drives out nothing.</summary>
    public void LeaveToFile(KeptPage page)
    {
        lock (gate)
        {
            if (places.TryGetValue(page.Address, out var place) && place.Page == page && !place.WasAskedFor)
                Remove(place);
            counts.SetBytesInMemory(size);
        }
    }

    private void Add(Place place)
    {
        places[place.Page.Address] = place;
        place.Node = inLine.AddLast(place);
        size += place.Size;
        while (size > most)
            PassOver(inLine.First!.Value);
    }

    private void PassOver(Place place)
    {
        if (!place.WasAskedFor)
        {
            Remove(place);
            return;
        }
        place.WasAskedFor = false;
        inLine.Remove(place.Node);
        inLine.AddLast(place.Node);
    }

    private void Remove(Place place)
    {
        places.TryRemove(place.Page.Address, out _);
        inLine.Remove(place.Node);
        size -= place.Size;
    }

    private sealed class Place(KeptPage page, int size)
    {
        public KeptPage Page => page;
        public int Size => size;
        public LinkedListNode<Place> Node { get; set; } = null!;
        public volatile bool WasAskedFor;
    }
}
