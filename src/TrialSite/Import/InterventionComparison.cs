using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences in what is being tested or compared: which things there are, and how those that stay are described.</summary>
internal static class InterventionComparison
{
    public static IEnumerable<FieldDifference> Between(IReadOnlyList<Intervention> before, IReadOnlyList<Intervention> after)
    {
        var same = Pairing<Intervention>.Of(before, after, InAllWords, Name).Pairs;
        return
        [
            .. ListComparison.Between(TrialField.RegistryInterventions, [.. before.Select(Name)], [.. after.Select(Name)]),
            .. ListComparison.Between(
                TrialField.RegistryInterventionDetails,
                [.. same.Select(pair => InAllWords(pair.Before))],
                [.. same.Select(pair => InAllWords(pair.After))]),
        ];
    }

    private static string Name(Intervention intervention) => intervention.Name ?? "Not named";

    private static string InAllWords(Intervention intervention) =>
        string.Join(". ", new[] { $"{Name(intervention)}{Type(intervention)}", OtherNames(intervention), intervention.Description }.OfType<string>());

    private static string Type(Intervention intervention) =>
        intervention.TypeWord is { } word ? $" ({word.Replace('_', ' ').ToLowerInvariant()})" : "";

    private static string? OtherNames(Intervention intervention) =>
        intervention.OtherNames.Count == 0 ? null : $"Also called {string.Join(", ", intervention.OtherNames)}";
}
