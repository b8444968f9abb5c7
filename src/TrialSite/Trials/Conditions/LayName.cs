namespace TrialSite.Trials;

/// <summary>A row of our own table: what patients call a condition, what the thesaurus calls it, and what else it is called.</summary>
public sealed record LayName(string Name, IReadOnlyList<string> MeshNames, IReadOnlyList<string> OtherNames, IReadOnlyList<string> BroaderNames)
{
    public string Slug { get; } = Trials.Slug.From(Name);

    public IEnumerable<string> AllNames => [Name, .. MeshNames, .. OtherNames];
}
