using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>Rendered pages of trials in a file of their own beside the store. It is no loss when it is gone, and a fault of it never reaches a reader.</summary>
public interface IPageFile
{
    /// <summary>Null also when the file cannot be read.</summary>
    StoredPage? Find(NctId nctId);

    /// <summary>Each takes the place of its trial's page before; false when the file takes nothing now.</summary>
    bool Keep(IReadOnlyList<StoredPage> pages);
}
