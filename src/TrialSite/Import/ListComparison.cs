using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>One difference for a whole list, a line for each thing: which lines changed shows in its words. Order is no change.</summary>
internal static class ListComparison
{
    public static IEnumerable<FieldDifference> Between(TrialField field, IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        Between(field, before, after, line => line);

    public static IEnumerable<FieldDifference> Between<T>(
        TrialField field,
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> inWords,
        params IReadOnlyList<Func<T, string?>> names)
    {
        var things = Pairing<T>.Of(before, after, [inWords, .. names]);
        if (things.Gone.Count == 0 && things.Added.Count == 0 && things.Pairs.All(pair => Wording.IsAlike(inWords(pair.Before), inWords(pair.After))))
            return [];
        return [new(field, null, Lines(things.Pairs.Select(pair => pair.Before), things.Gone), Lines(things.Pairs.Select(pair => pair.After), things.Added))];

        string? Lines(IEnumerable<T> kept, IEnumerable<T> others) =>
            string.Join('\n', kept.Concat(others).Select(inWords)) is { Length: > 0 } lines ? lines : null;
    }
}
