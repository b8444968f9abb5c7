namespace TrialSite.Search;

/// <summary>Slots as rows of a list.</summary>
internal static class SearchHits
{
    /// <summary>Of trials that this snapshot named.</summary>
    public static IReadOnlyList<SearchHit> Of(CatalogueSnapshot snapshot, ISearchStore store, IEnumerable<IndexedTrial> trials) => Of(snapshot, store, [.. trials.Select(trial => trial.Slot)]);

    /// <summary>In the order of the slots; a trial that went since the snapshot is left out.</summary>
    public static IReadOnlyList<SearchHit> Of(CatalogueSnapshot snapshot, ISearchStore store, IReadOnlyCollection<int> slots, NearBy? near = null)
    {
        var countries = snapshot.Countries(store);
        var shown = store.Shown(slots.Select(slot => (long)snapshot.RowIds[slot]));
        var hits = new List<SearchHit>(slots.Count);
        foreach (var slot in slots)
        {
            if (shown.TryGetValue(snapshot.RowIds[slot], out var entry))
                hits.Add(new(snapshot.TrialAt(slot), entry.Title, entry.StatusSeenOn, entry.Condition, Names(snapshot.CountriesOf(slot), countries), Nearest(snapshot, slot, near, entry)));
        }
        return hits;
    }

    private static List<string> Names(ReadOnlySpan<ushort> ids, IReadOnlyDictionary<int, Country> countries)
    {
        var names = new List<string>(ids.Length);
        foreach (var id in ids)
        {
            if (countries.TryGetValue(id, out var country))
                names.Add(country.Name);
        }
        return names;
    }

    private static NearestPlace? Nearest(CatalogueSnapshot snapshot, int slot, NearBy? near, ShownEntry entry) =>
        near?.NearestOpen(snapshot.PointsOf(slot)) is var (kilometres, at) && entry.PlaceAt(at) is { } name ? new(name, new(kilometres)) : null;
}
