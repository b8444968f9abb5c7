using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>Asks the store itself whether what was read of it still holds: other processes import, too.</summary>
public interface ICatalogueMoments
{
    /// <summary>Takes a few microseconds; the same object as long as nothing changed.</summary>
    CatalogueMoment Now();

    /// <summary>What a page shows of trials, as one number: another one when any of them has changed.</summary>
    (CatalogueMoment Moment, UInt128 Shown) Shown(IReadOnlyList<NctId> trials);
}
