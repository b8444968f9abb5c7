using System.Collections.Concurrent;

namespace TrialSite.Trials;

/// <summary>Remembers what a pure function makes of a name: records say the same few thousand names again and again.</summary>
internal sealed class NameMemo<T>(Func<string, T> make)
{
    private const int MostNames = 5_000;
    private const int LongestName = 200;

    private volatile ConcurrentDictionary<string, T> made = new(StringComparer.Ordinal);
    private int count;

    public T Of(string name)
    {
        var known = made;
        if (known.TryGetValue(name, out var answer))
            return answer;
        answer = make(name);
        if (name.Length > LongestName || !known.TryAdd(name, answer))
            return answer;
        // Begun anew when full: no visitor can make it grow by what he types.
        if (Interlocked.Increment(ref count) % MostNames == 0)
            made = new(StringComparer.Ordinal);
        return answer;
    }
}
