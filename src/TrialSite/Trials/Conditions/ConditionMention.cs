using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>A name of a condition as somebody wrote it, and the condition that it means.</summary>
internal sealed record ConditionMention(string Slug, string Name, string? MeshId, bool IsBroader, string Spelling, SpellingKind Kind)
{
    public static ConditionMention ByEditor(string name) => Named(ConditionNaming.PlainName(name), null, false, name, SpellingKind.Lay);

    /// <summary>A registrant may write the thesaurus' own name: then it is the tag's condition.</summary>
    public static ConditionMention ByRegistrant(string term, IReadOnlyList<MeshTerm> tags)
    {
        var tag = ConditionNaming.Known(term) is null ? tags.FirstOrDefault(tag => ConditionKey.Of(tag.Term) == ConditionKey.Of(term)) : null;
        return Named(tag is null ? ConditionNaming.PlainName(term) : ConditionNaming.PlainNameOfMesh(tag.Term), null, false, term, SpellingKind.Registrant);
    }

    public static ConditionMention ByMesh(MeshTerm tag, bool isBroader) =>
        Named(ConditionNaming.PlainNameOfMesh(tag.Term), MeshTerm.Canonical(tag.Id), isBroader, tag.Term, SpellingKind.Mesh);

    public static ConditionMention Above(LayName row) => new(row.Slug, row.Name, null, true, row.Name, SpellingKind.Plain);

    public ListedCondition AsListed(string? meshId) => new(Slug, Name, meshId, IsBroader);

    private static ConditionMention Named(string plain, string? meshId, bool isBroader, string spelling, SpellingKind kind) =>
        new(Trials.Slug.From(plain), plain, meshId, isBroader, spelling, plain == spelling ? SpellingKind.Plain : kind);
}
