using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>A difference, and the place that it happened to.</summary>
internal sealed record PlaceDifference(Location Place, FieldDifference Difference)
{
    /// <summary>The same for places that did the same thing.</summary>
    public (TrialField Field, bool HasBefore, bool HasAfter, string? Status, bool IsSaid) What => (
        Difference.Field,
        Difference.Before is not null,
        Difference.After is not null,
        Difference.Field == TrialField.LocationStatus ? Difference.After : null,
        Difference.Field == TrialField.LocationStatus && Difference.Before is null or "UNKNOWN");
}
