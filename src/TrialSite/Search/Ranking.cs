namespace TrialSite.Search;

/// <summary>Puts trials first whose title, condition or treatment has the words, then those that are open and were updated last.</summary>
/// <remarks>
/// As bm25 with a weight for each column, but for its idf: to know how rare a word is, FTS5 walks all its matches, which costs more than all the rest for
/// a common word. Here each weight is one walk that ends at the last of so many trials, and the row ids make those the good ones.
/// </remarks>
internal static class Ranking
{
    /// <summary>So many of the trials that fit are weighed: the first ones, which are open and were updated last.</summary>
    private const int MostWeighed = 4_000;

    private const int WeightOfTitle = 8;
    private const int WeightOfNames = 4;
    private const int WeightOfPhrase = 4;
    private const int WeightOfCondition = 5;
    private const int WeightOfPrimaryCondition = 3;

    /// <param name="snapshot">Where the slots are.</param>
    /// <param name="store">Walks the words.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="matching">How many match the words, whether they fit or not: so many are walked through.</param>
    /// <param name="fitting">The slots that match and fit the filters, in the order of their rows.</param>
    /// <param name="most">How many are wanted at most.</param>
    public static List<int> Best(CatalogueSnapshot snapshot, ISearchStore store, SearchPlan plan, int matching, List<int> fitting, int most)
    {
        var weighed = fitting.Count > MostWeighed ? fitting[..MostWeighed] : fitting;
        var isWeighed = new System.Collections.BitArray(snapshot.Slots);
        foreach (var slot in weighed)
            isWeighed[slot] = true;
        var last = weighed.Count > 0 ? snapshot.RowIds[weighed[^1]] : 0;
        var weights = new Dictionary<int, int>();
        var walks = Walks(plan).ToList();
        var met = new List<int>[walks.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = matching < TrialSearch.FewMatches ? 1 : walks.Count };
        Parallel.For(0, walks.Count, atOnce, at => met[at] = Met(walks[at].Match));
        foreach (var (slots, walk) in met.Zip(walks))
            slots.ForEach(slot => Add(slot, walk.Weight));
        if (plan.Groups.All(group => group.ConditionIds.Count > 0))
        {
            foreach (var slot in weighed)
                Add(slot, WeightOfConditions(snapshot.ConditionsOf(slot), plan.Groups));
        }

        var top = new TopSlots(most);
        foreach (var (slot, weight) in weights)
            top.Offer(slot, Key(snapshot, slot, weight));
        // The others follow in the order of their rows.
        foreach (var slot in fitting.Where(slot => !weights.ContainsKey(slot)).Take(most))
            top.Offer(slot, Key(snapshot, slot, 0));
        return top.InOrder();

        List<int> Met(SearchMatch match)
        {
            var met = new List<int>();
            store.Walk(match, last, TrialSearch.MostMatches, row =>
            {
                if (snapshot.SlotOf(row) is var slot and >= 0 && isWeighed[slot])
                    met.Add(slot);
                return true;
            });
            return met;
        }

        void Add(int slot, int weight)
        {
            if (weight > 0)
                weights[slot] = weights.GetValueOrDefault(slot) + weight;
        }
    }

    /// <summary>Each stands for itself, so they are walked at the same time.</summary>
    private static IEnumerable<(SearchMatch Match, int Weight)> Walks(SearchPlan plan)
    {
        yield return (new(plan.Groups, WordsIn.Title, false), WeightOfTitle);
        yield return (new(plan.Groups, WordsIn.Main, true), WeightOfNames);
        if (plan.Terms.Count > 1 && plan.Terms.All(term => !term.IsPhrase))
            yield return (new([new(new TypedTerm([.. plan.Terms.SelectMany(term => term.Words)], ""))], WordsIn.Main, false), WeightOfPhrase);
    }

    /// <summary>What the trial is about meets all that is asked, or even its first condition does.</summary>
    private static int WeightOfConditions(ReadOnlySpan<int> conditions, IReadOnlyList<SearchGroup> groups)
    {
        var (isOwn, isPrimary) = (true, true);
        foreach (var group in groups)
        {
            isOwn &= AnyOf(group.ConditionIds, conditions);
            isPrimary &= conditions is [var primary, ..] && group.ConditionIds.Contains(primary);
        }
        return (isOwn ? WeightOfCondition : 0) + (isPrimary ? WeightOfPrimaryCondition : 0);

        static bool AnyOf(IReadOnlyList<int> ids, ReadOnlySpan<int> conditions)
        {
            foreach (var id in ids)
            {
                if (conditions.Contains(id))
                    return true;
            }
            return false;
        }
    }

    private static long Key(CatalogueSnapshot snapshot, int slot, int weight)
    {
        var isOpen = snapshot.Marks[slot].HasFlag(EntryMarks.IsOpen) ? 1L : 0;
        return (weight * 2L + isOpen * 3) << 48 | (long)snapshot.LastUpdated[slot] << 32 | (uint)snapshot.NctNumbers[slot];
    }
}
