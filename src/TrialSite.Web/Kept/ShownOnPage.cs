using TrialSite.Trials;

namespace TrialSite.Web.Kept;

/// <summary>What a trial's page tells about itself, so that it can be kept for longer than the catalogue stays the same.</summary>
/// <param name="NctId">Whose page it is.</param>
/// <param name="Version">The trial's.</param>
/// <param name="Trials">The trial and all others of which it says something.</param>
/// <param name="ValidUntil">The first day on which it would say something else.</param>
internal sealed record ShownOnPage(NctId NctId, int Version, IReadOnlyList<NctId> Trials, DateOnly ValidUntil);
