namespace TrialSite.Search;

/// <summary>How many entries there are, and how many conditions, countries and points they name in all.</summary>
public readonly record struct EntryCounts(int Entries, int Conditions, int Countries, int Points)
{
    /// <summary>Arrays that grow leave as much behind as they hold.</summary>
    internal EntryCounts WithRoom() => new(Room(Entries, 1024), Room(Conditions, 4096), Room(Countries, 4096), Room(Points, 4096));

    internal EntryCounts With(EntryRow entry) => new(Entries + 1, Conditions + entry.Conditions.Length, Countries + entry.Countries.Length, Points + entry.Points.Length);

    /// <summary>Some more than there are come until the next start.</summary>
    private static int Room(int count, int least) => Math.Max(count + count / 32, least);
}
