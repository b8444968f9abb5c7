namespace TrialSite.Store;

/// <summary>The one row that says which generation readers see; a reseed becomes visible when it is raised.</summary>
public sealed class Catalogue
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;
    public long Generation { get; private set; }

    /// <summary>The index holds this generation and all before it.</summary>
    public long IndexedGeneration { get; private set; }

    /// <summary>Grows with every write to the index.</summary>
    public long SearchRevision { get; private set; }

    public void TurnTo(long generation) => Generation = generation;
}
