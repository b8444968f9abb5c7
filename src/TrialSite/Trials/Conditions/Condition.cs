namespace TrialSite.Trials;

/// <summary>The site's normalised condition, with a page of its own.</summary>
public sealed class Condition
{
    private Condition(string slug, string name, string? meshId) => (Slug, Name, MeshId) = (slug, name, meshId);

    public int Id { get; private set; }

    /// <summary>The name in the page's address; two spellings with one slug are one condition.</summary>
    public string Slug { get; private set; }

    public string Name { get; private set; }

    /// <summary>The thesaurus' number; null for a condition that it does not have, or not under this name.</summary>
    public string? MeshId { get; private set; }

    public static Condition Named(string name) => new(Trials.Slug.From(name), name, null);

    public static Condition Of(ListedCondition listed) => new(listed.Slug, listed.Name, listed.MeshId);
}
