using System.Collections.Frozen;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>Which of the registry's thesaurus terms a record is really about.</summary>
/// <remarks>
/// The registry finds them by looking for words in what the registrant wrote, and takes too many: "Hepatitis C" also gets "Hepatitis A"
/// (NCT05624086), "IgE-mediated food allergy" an epilepsy whose short form is IGE. What the registrant wrote counts more.
/// </remarks>
internal sealed class MeshTags
{
    /// <summary>Tops of the thesaurus, and kinds of disease that say nothing to one who looks for a trial.</summary>
    private static readonly FrozenSet<string> Tops = new HashSet<string>
    {
        "Pathologic Processes", "Pathological Conditions, Signs and Symptoms", "Pathological Conditions, Anatomical", "Disease Attributes", "Disease",
        "Signs and Symptoms", "Signs and Symptoms, Respiratory", "Signs and Symptoms, Digestive", "Syndrome", "Chronic Disease", "Acute Disease", "Recurrence", "Emergencies",
        "Disease Progression", "Disease Susceptibility", "Genetic Predisposition to Disease", "Neoplasms by Site", "Neoplasms by Histologic Type",
        "Congenital, Hereditary, and Neonatal Diseases and Abnormalities", "Genetic Diseases, Inborn", "Skin Diseases, Genetic", "Urogenital Diseases", "Male Urogenital Diseases",
        "Female Urogenital Diseases", "Female Urogenital Diseases and Pregnancy Complications", "Skin and Connective Tissue Diseases", "Nutritional and Metabolic Diseases",
        "Bacterial Infections and Mycoses", "Hemic and Lymphatic Diseases", "Chemically-Induced Disorders", "Behavior", "Behavior and Behavior Mechanisms", "Behavioral Symptoms",
        "Body Weight", "Neurologic Manifestations", "Urological Manifestations", "Neoplasms, Glandular and Epithelial", "Neoplasms, Nerve Tissue",
        "Neoplasms, Germ Cell and Embryonal", "Wounds and Injuries", "Otorhinolaryngologic Diseases", "Communicable Diseases", "Hyperplasia", "Hypertrophy",
    }.ToFrozenSet();

    private readonly List<Mention> terms;
    private readonly List<Mention> keywords;
    private readonly List<Mention> tags;
    private readonly RegistryRecord record;

    public MeshTags(RegistryRecord record)
    {
        this.record = record;
        terms = [.. record.Conditions.Select(term => new Mention(ConditionNaming.PlainName(term), term))];
        keywords = [.. record.Keywords.Select(term => new Mention(ConditionNaming.PlainName(term), term))];
        tags = [.. record.MeshConditions.Select(tag => new Mention(ConditionNaming.PlainNameOfMesh(tag.Term), tag.Term))];
    }

    /// <summary>What the record is about.</summary>
    public IEnumerable<MeshTerm> Own => record.MeshConditions.Where((tag, i) => IsOwn(tag, tags[i]));

    /// <summary>What that is a kind of; a word that a term also contains is one when people know it by a plain name.</summary>
    public IEnumerable<MeshTerm> Broader => record.MeshConditions.Where((tag, i) => !IsOwn(tag, tags[i]) && IsPartOfTerm(tag, tags[i])).Concat(record.MeshAncestors.Where(IsUseful));

    private bool IsOwn(MeshTerm tag, Mention mention)
    {
        if (terms.Count == 0 || terms.Any(mention.Means))
            return true;
        if (keywords.Any(mention.Means))
            return !Tops.Contains(tag.Term);
        if (Tops.Contains(tag.Term))
            return false;
        // Numbers with a C are substances' and rare diseases' that the registry knows by short forms alone.
        if (tag.Id.StartsWith('C'))
            return terms.Concat(keywords).Any(term => mention.Words.IsSubsetOf(term.Words));
        var sources = terms.Where(term => term.Words.Overlaps(mention.Words)).ToList();
        return sources is [] || sources.Any(term => !tags.Any(other => !ReferenceEquals(other, mention) && other.Means(term)));
    }

    private bool IsPartOfTerm(MeshTerm tag, Mention mention) =>
        IsUseful(tag) && LayNames.Ours.Named(tag.Term) is not null && terms.Any(term => mention.Words.IsSubsetOf(term.Words));

    /// <summary>Sexual dysfunctions are filed under mental disorders too; who has one does not look there.</summary>
    private bool IsUseful(MeshTerm term) =>
        !Tops.Contains(term.Term)
        && !(term.Term is "Mental Disorders" && record.MeshAncestors.Concat(record.MeshConditions).Any(other => other.Term is "Sexual Dysfunctions, Psychological"));

    private sealed class Mention(string plainName, string spelling)
    {
        private readonly string slug = Slug.From(plainName);
        private readonly string key = ConditionKey.Of(spelling);

        public HashSet<string> Words { get; } = [.. ConditionKey.WordsOf(spelling)];

        public bool Means(Mention other) => slug == other.slug || key == other.key;
    }
}
