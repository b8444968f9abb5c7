using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>What the index knows of a trial without asking the store.</summary>
public sealed record IndexedTrial(
    NctId NctId,
    StatusChoice Status,
    IReadOnlyList<PhaseChoice> Phases,
    DateOnly FirstSeen,
    DateOnly LastUpdated,
    bool IsOpen,
    bool HasRead,
    bool HasPlaces,
    int? PrimaryConditionId)
{
    /// <summary>Its place in the snapshot that named it, and in no other.</summary>
    internal int Slot { get; init; }

    /// <summary>Where a list of the newest goes on behind this trial.</summary>
    public ListCursor AfterInNewest => new(FirstSeen, NctId.Number);
}
