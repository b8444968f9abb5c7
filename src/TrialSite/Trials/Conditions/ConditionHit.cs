namespace TrialSite.Trials;

/// <summary>A trial as a row of a list.</summary>
public sealed record TrialHit(NctId NctId, string Title, DateOnly FirstSeen, DateOnly LastUpdated, bool IsListed);

/// <summary>A condition as a row of a list, with the number of trials listed under it.</summary>
public sealed record ConditionHit(string Slug, string Name, int TrialCount);
