namespace TrialSite.Trials;

/// <summary>A condition as a row of a list, with the number of trials listed under it.</summary>
public sealed record ConditionHit(string Slug, string Name, int TrialCount);
