namespace TrialSite.Search;

/// <summary>Finds the known word that a mistyped one most probably is.</summary>
/// <remarks>
/// A walk over the words of about the same length: 10 ms for 150,000 words, and only when little was found. SymSpell answers in microseconds, but keeps
/// some hundred deletes in memory for each word.
/// </remarks>
internal sealed class Spelling
{
    private const int MostEdits = 2;
    private const int LongestOfOneEdit = 5;

    /// <summary>The words of each length, all in one row of letters.</summary>
    private readonly char[][] letters;
    private readonly int[][] counts;
    private readonly HashSet<string> known;

    public Spelling(IReadOnlyList<KnownWord> words)
    {
        var byLength = words.ToLookup(word => word.Word.Length);
        var lengths = Enumerable.Range(0, words.Select(word => word.Word.Length).DefaultIfEmpty().Max() + 1).ToList();
        letters = [.. lengths.Select(length => byLength[length].SelectMany(word => word.Word).ToArray())];
        counts = [.. lengths.Select(length => byLength[length].Select(word => word.Count).ToArray())];
        // A word of one trial among many is as often a slip there.
        var least = words.Count > 50_000 ? 2 : 1;
        known = [.. words.Where(word => word.Count >= least).SelectMany(word => SearchWords.Of(word.Word))];
    }

    public bool IsKnown(string word) => SearchWords.Of(word).All(known.Contains);

    /// <summary>With the fewest edits, and of those the one of most trials.</summary>
    public string? Nearest(string typed)
    {
        var most = MostEditsIn(typed);
        var best = (Edits: most + 1, Count: 0, Word: (ReadOnlyMemory<char>?)null);
        for (var length = typed.Length - most; length <= Math.Min(typed.Length + most, letters.Length - 1); length++)
        {
            for (var i = 0; i < counts[length].Length; i++)
            {
                var word = letters[length].AsMemory(i * length, length);
                var edits = Edits(typed, word.Span, Math.Min(most, best.Edits));
                // People rarely mistake the first letter.
                edits += edits <= most && typed[0] != word.Span[0] ? 1 : 0;
                if (edits < best.Edits || (edits == best.Edits && edits <= most && counts[length][i] > best.Count))
                    best = (edits, counts[length][i], word);
            }
        }
        return best.Word?.ToString();
    }

    /// <summary>How many slips a word of this length may hold and still be taken for another.</summary>
    internal static int MostEditsIn(string typed) => typed.Length <= LongestOfOneEdit ? 1 : MostEdits;

    /// <summary>How many letters are put in, left out, changed or swapped with their neighbour; more than the most for any larger number.</summary>
    internal static int Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > SearchWords.LongestWord || other.Length > SearchWords.LongestWord)
            return most + 1;
        Span<int> beforeLast = stackalloc int[SearchWords.LongestWord + 1];
        Span<int> last = stackalloc int[SearchWords.LongestWord + 1];
        Span<int> row = stackalloc int[SearchWords.LongestWord + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return most + 1;
            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }
        return last[other.Length];
    }
}
