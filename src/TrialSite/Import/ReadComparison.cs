using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between two plain-language reads, as far as they are shown: a benefit without its risk is not, and none goes without one.</summary>
internal static class ReadComparison
{
    public static IEnumerable<FieldDifference> Between(PlainLanguageRead? before, PlainLanguageRead? after) =>
    [
        .. TextComparison.Between(TrialField.ActiveSubstance, before?.ActiveSubstance, after?.ActiveSubstance),
        .. TextComparison.Between(TrialField.CouldLeadTo, before?.ShownCouldLeadTo, after?.ShownCouldLeadTo)
            .Select(difference => difference with { Risk = (after?.CouldGoWrong ?? before?.CouldGoWrong)?.ToWords() }),
        .. TextComparison.Between(TrialField.CouldGoWrong, before?.CouldGoWrong, after?.CouldGoWrong),
    ];
}
