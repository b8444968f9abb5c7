using DiffPlex;
using DiffPlex.Model;

namespace TrialSite.Trials;

/// <summary>Which words two texts do not share. Case and spacing do not count; line ends are kept.</summary>
public static class WordDifference
{
    /// <summary>A field of 8 KB holds about 1,400 real words. One of single letters holds 4,096, and comparing those takes 0.2 s.</summary>
    private const int MostWords = 2000;

    /// <summary>So few unchanged words between two changes are read as part of one change.</summary>
    private const int FewWords = 2;

    /// <summary>How many unchanged words stand beside a change.</summary>
    private const int WordsOfContext = 12;

    /// <summary>The changed words, each with some that stand beside it.</summary>
    public static IReadOnlyList<MarkedWords> InContext(string? before, string? after)
    {
        var all = Between(before, after);
        return [.. all.Select((words, i) => words.Mark == WordMark.Same ? words with { Text = InShort(words.Text, isFirst: i == 0, isLast: i == all.Count - 1) } : words)];
    }

    /// <summary>Every word of both texts.</summary>
    public static IReadOnlyList<MarkedWords> Between(string? before, string? after)
    {
        var old = Words.Of(before);
        var now = Words.Of(after);
        var marked = new List<MarkedWords>();
        var done = 0;
        foreach (var change in Changes(old, now))
        {
            Add(WordMark.Same, now, done, change.InsertStartB - done);
            Add(WordMark.Removed, old, change.DeleteStartA, change.DeleteCountA);
            Add(WordMark.Added, now, change.InsertStartB, change.InsertCountB);
            done = change.InsertStartB + change.InsertCountB;
        }
        Add(WordMark.Same, now, done, now.Count - done);
        return marked;

        void Add(WordMark mark, IReadOnlyList<string> words, int start, int count)
        {
            if (count > 0)
                marked.Add(new(mark, Words.Join(words.Skip(start).Take(count))));
        }
    }

    private static List<DiffBlock> Changes(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        if (old.Count > MostWords || now.Count > MostWords)
            return [new(0, old.Count, 0, now.Count)];
        var changes = new List<DiffBlock>();
        foreach (var block in Differ.Instance.CreateDiffs(Words.Join(old), Words.Join(now), ignoreWhiteSpace: true, ignoreCase: true, Words.Chunker).DiffBlocks)
        {
            if (changes is [.., var last] && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) <= FewWords)
                changes[^1] = Through(last, block);
            else
                changes.Add(block);
        }
        return changes;
    }

    private static DiffBlock Through(DiffBlock first, DiffBlock last) => new(
        first.DeleteStartA,
        last.DeleteStartA + last.DeleteCountA - first.DeleteStartA,
        first.InsertStartB,
        last.InsertStartB + last.InsertCountB - first.InsertStartB);

    private static string InShort(string text, bool isFirst, bool isLast)
    {
        var words = Words.Of(text);
        var head = isFirst ? 0 : WordsOfContext;
        var tail = isLast ? 0 : WordsOfContext;
        if (words.Count <= head + tail + 1)
            return text;
        return Words.Join([.. words.Take(head), "…", .. words.TakeLast(tail)]);
    }
}
