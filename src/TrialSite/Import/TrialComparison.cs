using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>What a reader sees changed between two versions. White space, case, order, markup and dates alone are no change.</summary>
/// <remarks>The versions need not follow each other: the first and the last of several give the net difference.</remarks>
public static class TrialComparison
{
    public static IReadOnlyList<FieldDifference> Between(Trial? before, Trial after) => Between(before, after.Layers);

    /// <param name="before">Null when the site did not know the trial.</param>
    /// <param name="after">What the site shows now; null when it no longer lists the trial.</param>
    public static IReadOnlyList<FieldDifference> Between(Trial? before, TrialLayers? after) => (before, after) switch
    {
        (null, null) or ({ IsListed: false }, null) => [],
        (_, null) => [Listing.NoLonger],
        (null, _) => [Listing.First],
        ({ IsListed: false }, _) => [Listing.Again, .. Between(before.LastLayers, after)],
        _ => Between(before.LastLayers, after),
    };

    /// <summary>A layer that appears or vanishes is one difference; the conditions are those of both.</summary>
    public static IReadOnlyList<FieldDifference> Between(TrialLayers before, TrialLayers after) =>
    [
        .. Listing.OfLayer(TrialField.Editorial, before.Editorial is not null, after.Editorial is not null),
        .. Listing.OfLayer(TrialField.Registry, before.Registry is not null, after.Registry is not null),
        .. before.Editorial is { } words && after.Editorial is { } newWords ? Between(words, newWords) : [],
        .. before.Registry is { } record && after.Registry is { } newRecord ? RegistryComparison.Between(record, newRecord) : [],
        .. TextComparison.BetweenNames(TrialField.Condition, Conditions(before), Conditions(after)),
    ];

    private static IReadOnlyList<FieldDifference> Between(EditorialLayer before, EditorialLayer after) =>
    [
        .. TextComparison.Between(TrialField.Title, before.Title, after.Title),
        .. TextComparison.Between(TrialField.Summary, before.Summary, after.Summary),
        .. ReadComparison.Between(before.PlainLanguageRead, after.PlainLanguageRead),
        .. TextComparison.BetweenNames(TrialField.RegistrantCondition, before.RegistrantConditions, after.RegistrantConditions),
        .. ContactComparison.Between(TrialField.Contact, before.Contacts, after.Contacts),
        .. LocationComparison.Between(before.Locations, after.Locations),
    ];

    /// <summary>The pages on which the trial is told of as new; not those of what is broader.</summary>
    private static List<string> Conditions(TrialLayers layers) => [.. TrialConditions.Of(layers).Where(condition => !condition.IsBroader).Select(condition => condition.Name)];
}
