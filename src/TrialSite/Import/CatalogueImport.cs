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
}

/// <summary>The intent to tell people what a generation of the catalogue changed; committed with the turn that makes the generation visible.</summary>
public sealed class CatalogueImport
{
    private CatalogueImport()
    {
    }

    public long Generation { get; private set; }
    public DateTimeOffset TurnedAt { get; private set; }
    public int Changes { get; private set; }

    /// <summary>How many people the changes reach; null until that was counted.</summary>
    public int? People { get; private set; }
    public CatalogueImportState State { get; private set; }

    /// <summary>An editor looked at it and let it go on.</summary>
    public bool IsReleased => State == CatalogueImportState.ToMatch && People is not null;

    public static CatalogueImport Of(long generation, int changes, bool isFirst, DateTimeOffset now) => new()
    {
        Generation = generation,
        Changes = changes,
        TurnedAt = now,
        State = isFirst ? CatalogueImportState.Silent : CatalogueImportState.ToMatch,
    };

    public void Hold(int people) => (State, People) = (CatalogueImportState.Held, people);

    /// <summary>An editor lets a held import go on; it is not held again.</summary>
    public void Release() => State = CatalogueImportState.ToMatch;

    public void Discard() => State = CatalogueImportState.Discarded;

    public void Finish(int people) => (State, People) = (CatalogueImportState.Matched, people);
}
