using System.Data.Common;

namespace TrialSite.Search;

/// <summary>The names of conditions and the words of titles, for what is offered: suggestions while typing, and "did you mean".</summary>
/// <remarks>To make them takes a second for a whole registry: only the first look waits. Who comes when they are older than a minute, and no longer right, gets them as they are while new ones are made.</remarks>
public sealed class NameLists(ISearchStore store, TimeProvider time)
{
    private const int MostSuggestions = 8;
    private const int ShortestPrefix = 2;
    private static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile Lists? lists;
    private int isMaking;

    /// <summary>So that no visitor is the first.</summary>
    public void MakeReady(CatalogueSnapshot snapshot) => Current(snapshot);

    /// <summary>Names that begin with what is typed, those of most trials first.</summary>
    public IReadOnlyList<string> Suggestions(string typed, CatalogueSnapshot snapshot)
    {
        var prefix = string.Join(' ', SearchWords.Of(typed));
        if (prefix.Length < ShortestPrefix)
            return [];
        var best = new PriorityQueue<string, int>(Current(snapshot).Names.BeginningWith(prefix).Select(name => (name.Name, -name.Count)));
        var suggestions = new List<string>();
        while (suggestions.Count < MostSuggestions && best.TryDequeue(out var name, out _))
        {
            if (!suggestions.Contains(name, StringComparer.OrdinalIgnoreCase))
                suggestions.Add(name);
        }
        return suggestions;
    }

    /// <summary>What was typed with its unknown words as they are probably spelled; null when there is nothing to mend.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="plan">What of it names a condition or a medicine is right as it is.</param>
    /// <param name="snapshot">The catalogue.</param>
    public string? Correction(string typed, SearchPlan plan, CatalogueSnapshot snapshot)
    {
        var current = Current(snapshot);
        var meant = plan.UnderstoodWords();
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mended = words.Select(word => meant.Contains(word.ToLowerInvariant()) ? word : Mended(word, current)).ToList();
        return mended.SequenceEqual(words) ? null : string.Join(' ', mended);
    }

    private static string Mended(string typed, Lists lists)
    {
        var word = typed.ToLowerInvariant();
        if (word.Length < 4 || !word.All(char.IsLetter) || StopWords.Contains(word) || lists.IsKnown(word))
            return typed;
        return lists.Words.Nearest(word) ?? typed;
    }

    private Lists Current(CatalogueSnapshot snapshot)
    {
        var now = time.GetUtcNow();
        if (lists is { } known)
        {
            if (known.Revision != snapshot.Revision && now - known.MadeAt >= LongestAge && Interlocked.Exchange(ref isMaking, 1) == 0)
                _ = Task.Run(() => MakeBehind(snapshot, now));
            return known;
        }
        lock (gate)
            return lists ??= Make(snapshot, now);
    }

    private void MakeBehind(CatalogueSnapshot snapshot, DateTimeOffset now)
    {
        try
        {
            lists = Make(snapshot, now);
        }
        catch (DbException)
        {
            // The next look tries again; a store that cannot be read is told by every page.
        }
        finally
        {
            Volatile.Write(ref isMaking, 0);
        }
    }

    private Lists Make(CatalogueSnapshot snapshot, DateTimeOffset now)
    {
        var counts = snapshot.CountsByCondition();
        var names = store.ConditionNames()
            .Where(name => counts.ContainsKey(name.Id))
            .Select(name => (Words: string.Join(' ', SearchWords.Of(name.Name)), name.Name, Count: counts[name.Id]))
            .Where(name => name.Words.Length > 0);
        return new(snapshot.Revision, now, new(names), new(store.KnownWords()));
    }

    private sealed record Lists(long Revision, DateTimeOffset MadeAt, SuggestedNames Names, Spelling Words)
    {
        public bool IsKnown(string word) => Words.IsKnown(word);
    }
}
