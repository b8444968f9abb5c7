namespace TrialSite.Trials;

/// <summary>Finds the conditions under which a trial is listed: its own, the primary one first, and then those that are broader.</summary>
public static class TrialConditions
{
    public static IReadOnlyList<ListedCondition> Of(Trial trial) => Of(trial.LastLayers);

    public static IReadOnlyList<ListedCondition> Of(TrialLayers trial) =>
    [
        .. Own(trial)
            .Concat((trial.Registry?.MeshAncestors ?? []).Select(term => new ListedCondition(Slug.From(term.Term), term.Term, term.Id, IsBroader: true)))
            .DistinctBy(condition => condition.Slug),
    ];

    private static IEnumerable<ListedCondition> Own(TrialLayers trial) =>
        (trial.Editorial?.Conditions ?? []).Select(name => new ListedCondition(Slug.From(name), name, null, IsBroader: false))
            .Concat((trial.Registry?.MeshConditions ?? []).Select(term => new ListedCondition(Slug.From(term.Term), term.Term, term.Id, IsBroader: false)))
            .Concat((trial.Registry?.Conditions ?? []).Select(name => new ListedCondition(Slug.From(name), name, null, IsBroader: false)));
}
