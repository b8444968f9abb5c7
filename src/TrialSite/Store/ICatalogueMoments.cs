using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>Asks the store itself whether what was read of it still holds: other processes import, too.</summary>
public interface ICatalogueMoments
{
    /// <summary>The same object as long as nothing changed.</summary>
    CatalogueMoment Now();

    /// <summary>The moment as it was no longer than a millisecond ago: to ask costs some 10 microseconds.</summary>
    CatalogueMoment Lately();

    /// <summary>What the listed trials that have a seed were last read from.</summary>
    IReadOnlyList<KnownSeed> Seeds();

    /// <summary>Whether the store holds rows of a generation that is not shown yet.</summary>
    bool HasUnfinished();

    /// <summary>What a page shows of trials, as one number: another one when any of them has changed.</summary>
    (CatalogueMoment Moment, UInt128 Shown) Shown(IReadOnlyList<NctId> trials);
}
