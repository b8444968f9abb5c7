namespace TrialSite.Search;

/// <summary>A condition that a name was found to mean.</summary>
/// <param name="Asked">The name that was looked up.</param>
public sealed record NamedCondition(int Id, string Slug, string Name, string Asked);
