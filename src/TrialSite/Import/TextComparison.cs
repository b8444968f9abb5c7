using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Differences between texts, and between lists of names.</summary>
internal static class TextComparison
{
    public static IEnumerable<FieldDifference> Between(TrialField field, string? before, string? after)
    {
        if (!Wording.IsAlike(before, after))
            yield return new(field, null, before, after);
    }

    public static IEnumerable<FieldDifference> Between(TrialField field, Prose? before, Prose? after) =>
        Wording.IsAlike(before?.Markdown, after?.Markdown) ? [] : Between(field, before?.ToWords(), after?.ToWords());

    public static IEnumerable<FieldDifference> BetweenNames(TrialField field, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var names = Pairing<string>.Of(Distinct(before), Distinct(after), name => name);
        return [.. names.Gone.Select(name => new FieldDifference(field, name, name, null)), .. names.Added.Select(name => new FieldDifference(field, name, null, name))];
    }

    private static List<string> Distinct(IReadOnlyList<string> names) => [.. names.DistinctBy(Wording.Key)];
}
