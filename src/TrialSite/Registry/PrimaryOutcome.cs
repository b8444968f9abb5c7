namespace TrialSite.Registry;

/// <summary>What the trial mainly wants to find out, and over what time.</summary>
public sealed record PrimaryOutcome(string? Measure, string? TimeFrame);
