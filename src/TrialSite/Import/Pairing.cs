namespace TrialSite.Import;

/// <summary>Which things of two versions are the same thing, though none has a number of its own: by the first key that agrees, else by the next.</summary>
internal sealed record Pairing<T>(IReadOnlyList<(T Before, T After)> Pairs, IReadOnlyList<T> Gone, IReadOnlyList<T> Added)
{
    public static Pairing<T> Of(IReadOnlyList<T> before, IReadOnlyList<T> after, params IReadOnlyList<Func<T, string?>> keys)
    {
        var pairs = new List<(T Before, T After)>();
        var gone = before.ToList();
        var added = after.ToList();
        foreach (var key in keys)
            Pair(key);
        return new(pairs, gone, added);

        void Pair(Func<T, string?> key)
        {
            var waiting = added.Where(thing => key(thing) is not null)
                .GroupBy(thing => Wording.Key(key(thing)!))
                .ToDictionary(group => group.Key, group => new Queue<T>(group));
            foreach (var thing in gone.ToList())
            {
                if (key(thing) is not { } text || !waiting.TryGetValue(Wording.Key(text), out var matches) || !matches.TryDequeue(out var match))
                    continue;
                pairs.Add((thing, match));
                gone.Remove(thing);
                added.Remove(match);
            }
        }
    }
}
