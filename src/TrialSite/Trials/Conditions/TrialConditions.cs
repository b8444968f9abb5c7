using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>Finds the conditions under which a trial is listed: its own, the primary one first, and then those that are broader.</summary>
public static class TrialConditions
{
    public static IReadOnlyList<ListedCondition> Of(Trial trial) => Of(trial.LastLayers);

    /// <summary>Without those that are broader.</summary>
    public static IReadOnlyList<ListedCondition> OwnOf(Trial trial) => [.. Of(trial).Where(condition => !condition.IsBroader)];

    public static IReadOnlyList<ListedCondition> Of(TrialLayers layers) =>
        [.. MentionsIn(layers).GroupBy(mention => mention.Slug).Select(same => same.First().AsListed(same.Select(mention => mention.MeshId).FirstOrDefault(id => id is not null)))];

    /// <summary>Each name that stands for a condition: the editor's first, then what the registrant wrote and the thesaurus has, then what only one of them says.</summary>
    internal static IReadOnlyList<ConditionMention> MentionsIn(TrialLayers layers)
    {
        var tags = layers.Registry is { } record ? new MeshTags(record) : null;
        List<ConditionMention> own =
        [
            .. (layers.Editorial?.Conditions ?? []).Where(IsName).Select(ConditionMention.ByEditor),
            .. TermsFirst(Terms(layers.Registry), [.. (tags?.Own ?? []).Select(tag => ConditionMention.ByMesh(tag, isBroader: false))]),
        ];
        return
        [
            .. own,
            .. own.SelectMany(mention => LayNames.Ours.Above(mention.Slug)).Select(ConditionMention.Above),
            .. (tags?.Broader ?? []).Select(tag => ConditionMention.ByMesh(tag, isBroader: true)),
        ];
    }

    /// <summary>Which condition is a kind of which: our table knows; the registry says it of a trial as a whole, so only where that is about one condition.</summary>
    internal static IEnumerable<(string Slug, string Above)> PairsIn(IReadOnlyList<ConditionMention> mentions)
    {
        var known = mentions.Where(mention => !mention.IsBroader).Select(mention => mention.Slug).Distinct()
            .SelectMany(slug => LayNames.Ours.Above(slug).Select(above => (slug, above.Slug)));
        var filed = mentions.Where(mention => mention is { IsBroader: false, MeshId: not null }).Select(mention => mention.Slug).Distinct().ToList();
        return filed is [var only] && LayNames.Ours.BySlug(only) is null
            ? known.Concat(mentions.Where(mention => mention is { IsBroader: true, MeshId: not null }).Select(mention => (only, mention.Slug)))
            : known;
    }

    private static IEnumerable<ConditionMention> Terms(RegistryRecord? record) =>
        record is null ? [] : record.Conditions.Where(IsName).Select(term => ConditionMention.ByRegistrant(term, record.MeshConditions));

    private static IEnumerable<ConditionMention> TermsFirst(IEnumerable<ConditionMention> terms, IReadOnlyList<ConditionMention> tags)
    {
        var known = terms.ToLookup(term => tags.Any(tag => tag.Slug == term.Slug));
        return known[true].Concat(tags).Concat(known[false]);
    }

    /// <summary>Some registrants write a blank or a dot.</summary>
    private static bool IsName(string term) => term.Any(char.IsLetterOrDigit);
}
