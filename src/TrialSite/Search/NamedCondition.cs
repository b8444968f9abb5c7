namespace TrialSite.Search;

/// <summary>A condition that a name was found to mean, and the name that was looked up.</summary>
public sealed record NamedCondition(int Id, string Slug, string Name, string Asked);
