namespace TrialSite.Search;

/// <summary>What was typed, and what it means: words that name a condition also find its other names and its narrower kinds.</summary>
/// <param name="Terms">What was typed.</param>
/// <param name="Groups">What it means; a trial must meet all of them.</param>
/// <param name="AlsoSearchedFor">Names that are looked for besides the words that were typed.</param>
public sealed record SearchPlan(IReadOnlyList<TypedTerm> Terms, IReadOnlyList<SearchGroup> Groups, IReadOnlyList<string> AlsoSearchedFor)
{
    private const int MostWordsOfName = 6;
    private const int MostOtherNames = 6;

    public static SearchPlan Of(TrialQuery query, ISearchStore store)
    {
        var terms = TypedText.Terms(query.Text);
        if (query.IsLiteral || terms.Count == 0)
            return new(terms, [.. terms.Select(term => new SearchGroup(term))], []);
        var conditions = store.ConditionsNamed(Names(terms)).ToLookup(condition => condition.Asked);
        var (groups, also) = (new List<SearchGroup>(), new List<string>());
        for (var at = 0; at < terms.Count;)
            at += Meaning(terms, at, conditions, store, groups, also);
        return new(terms, groups, [.. also.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The words that name a condition or a medicine.</summary>
    public HashSet<string> UnderstoodWords() =>
        [.. Groups.Where(group => group.ConditionIds.Count > 0 || group.OtherNames.Count > 0).SelectMany(group => group.Terms).SelectMany(term => term.Spelled.Split(' '))];

    /// <returns>How many terms the meaning takes: the longest name that is known.</returns>
    private static int Meaning(IReadOnlyList<TypedTerm> terms, int at, ILookup<string, NamedCondition> conditions, ISearchStore store, List<SearchGroup> groups, List<string> also)
    {
        for (var length = Math.Min(MostWordsOfName, terms.Count - at); length > 0; length--)
        {
            var (typed, name) = (terms.Skip(at).Take(length).ToList(), NameOf(terms, at, length));
            if (conditions[name].ToList() is { Count: > 0 } meant)
            {
                groups.Add(new(typed, [.. meant.Select(condition => condition.Id).Distinct()], []));
                also.AddRange(meant.Select(condition => condition.Name).Where(other => !IsSame(other, name)));
                return length;
            }
            if (length <= 3 && OtherNames(typed, store) is { Count: > 0 } others)
            {
                groups.Add(new(typed, [], [.. others.Select(other => TypedTerm.Of(other.OtherName))]));
                also.AddRange(others.Select(other => other.OtherName));
                return length;
            }
        }
        groups.Add(new(terms[at]));
        return 1;
    }

    /// <summary>A name that one record in many gives is rather a slip than a name.</summary>
    private static List<MedicineName> OtherNames(List<TypedTerm> typed, ISearchStore store)
    {
        var key = string.Join(' ', typed);
        if (StopWords.Contains(key))
            return [];
        var names = store.OtherNamesOf(key);
        return [.. names.Where(name => name.Count * 10 >= names[0].Count && TypedTerm.Of(name.OtherName).Words.Count > 0).Take(MostOtherNames)];
    }

    private static IEnumerable<string> Names(IReadOnlyList<TypedTerm> terms) =>
        from at in Enumerable.Range(0, terms.Count)
        from length in Enumerable.Range(1, Math.Min(MostWordsOfName, terms.Count - at))
        select NameOf(terms, at, length);

    private static string NameOf(IReadOnlyList<TypedTerm> terms, int at, int length) => string.Join(' ', terms.Skip(at).Take(length).Select(term => term.Spelled));

    private static bool IsSame(string name, string typed) => SearchWords.Of(name).SequenceEqual(SearchWords.Of(typed));
}
