namespace TrialSite.Registry;

/// <summary>When a trial starts or ends.</summary>
/// <param name="Date">As precise as it is given.</param>
/// <param name="IsActual">True when it happened, false when it is expected; null when the record does not say.</param>
public sealed record Milestone(PartialDate Date, bool? IsActual);
