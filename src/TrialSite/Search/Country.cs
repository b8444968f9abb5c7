namespace TrialSite.Search;

/// <summary>A country in which trials have places.</summary>
public sealed record Country(int Id, string Slug, string Name);
