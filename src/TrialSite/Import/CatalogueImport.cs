namespace TrialSite.Import;

public enum CatalogueImportState
{
    /// <summary>Its changes are yet to be matched with those who follow their trials.</summary>
    ToMatch,
    Matched,

    /// <summary>Too much at once: an editor decides whether people are told.</summary>
    Held,

    /// <summary>An editor decided that nobody is told.</summary>
    Discarded,

    /// <summary>Nobody is told of a first import.</summary>
    Silent,

    /// <summary>More generations are to come: what they change is told together, once the last is there.</summary>
    Running,
}

/// <summary>The intent to tell people what a generation of the catalogue changed; committed with the turn that makes the generation visible.</summary>
public sealed class CatalogueImport
{
    private CatalogueImport()
    {
    }

    /// <summary>The first, and often the only one, that it turned the catalogue to.</summary>
    public long Generation { get; private set; }

    /// <summary>The last one; no other import changed anything between.</summary>
    public long LastGeneration { get; private set; }
    public DateTimeOffset TurnedAt { get; private set; }
    public int Changes { get; private set; }

    /// <summary>How many people the changes reach; null until that was counted.</summary>
    public int? People { get; private set; }
    public CatalogueImportState State { get; private set; }

    /// <summary>Nobody is told of a first import, also when it takes several runs.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>An editor looked at it and let it go on.</summary>
    public bool IsReleased => State == CatalogueImportState.ToMatch && People is not null;

    public static CatalogueImport Of(long generation, int changes, bool isFirst, DateTimeOffset now) => new()
    {
        Generation = generation,
        LastGeneration = generation,
        Changes = changes,
        TurnedAt = now,
        IsFirst = isFirst,
        State = isFirst ? CatalogueImportState.Silent : CatalogueImportState.ToMatch,
    };

    /// <summary>An import of many generations, of which this is the first.</summary>
    public static CatalogueImport Running(long generation, bool isFirst, DateTimeOffset now)
    {
        var import = Of(generation, 0, isFirst, now);
        import.State = CatalogueImportState.Running;
        return import;
    }

    /// <summary>The next generation of a running import.</summary>
    public void GoOn(long generation, int changes, DateTimeOffset now) => (LastGeneration, Changes, TurnedAt) = (generation, Changes + changes, now);

    /// <summary>A running import changed all that it will: people may be told.</summary>
    public void Complete() => State = IsFirst || Changes == 0 ? CatalogueImportState.Silent : CatalogueImportState.ToMatch;

    public void Hold(int people) => (State, People) = (CatalogueImportState.Held, people);

    /// <summary>An editor lets a held import go on; it is not held again.</summary>
    public void Release() => State = CatalogueImportState.ToMatch;

    public void Discard() => State = CatalogueImportState.Discarded;

    public void Finish(int people) => (State, People) = (CatalogueImportState.Matched, people);
}
