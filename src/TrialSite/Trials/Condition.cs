namespace TrialSite.Trials;

/// <summary>The site's normalised condition, with a page of its own.</summary>
public sealed class Condition
{
    private Condition(string slug, string name) => (Slug, Name) = (slug, name);

    public int Id { get; private set; }

    /// <summary>The name in the page's address; two spellings with one slug are one condition.</summary>
    public string Slug { get; private set; }

    public string Name { get; private set; }

    public static Condition Named(string name) => new(Trials.Slug.From(name), name);
}
