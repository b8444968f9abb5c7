namespace TrialSite.Trials;

/// <summary>A condition under which a trial is listed.</summary>
/// <param name="Slug">Which condition it is.</param>
/// <param name="Name">The plain name.</param>
/// <param name="MeshId">The thesaurus' number, where the registry gave one.</param>
/// <param name="IsBroader">The trial is about a narrower condition, named before this one.</param>
public sealed record ListedCondition(string Slug, string Name, string? MeshId, bool IsBroader);
