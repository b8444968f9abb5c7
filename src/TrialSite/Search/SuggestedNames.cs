using System.Text;

namespace TrialSite.Search;

/// <summary>Names of conditions by the words that they are found by, in one array: as strings, those of a whole registry would take some 20 MB.</summary>
internal sealed class SuggestedNames
{
    /// <summary>Of each name, in their order: its words, a zero, and the name itself.</summary>
    private readonly byte[] text;
    private readonly int[] ends;
    private readonly int[] counts;

    /// <param name="names">Each with the words it is found by, and how many trials it is of; in no order.</param>
    public SuggestedNames(IEnumerable<(string Words, string Name, int Count)> names)
    {
        var ordered = names.Select(name => (Text: Encoding.UTF8.GetBytes($"{name.Words}\0{name.Name}"), name.Count)).ToArray();
        Array.Sort(ordered, (one, other) => one.Text.AsSpan().SequenceCompareTo(other.Text));
        (text, ends, counts) = (new byte[ordered.Sum(name => name.Text.Length)], new int[ordered.Length], new int[ordered.Length]);
        var end = 0;
        foreach (var (i, name) in ordered.Index())
        {
            name.Text.CopyTo(text, end);
            (ends[i], counts[i]) = (end += name.Text.Length, name.Count);
        }
    }

    /// <summary>The names whose words begin so.</summary>
    public IEnumerable<(string Name, int Count)> BeginningWith(string words)
    {
        var prefix = Encoding.UTF8.GetBytes(words);
        for (var i = FirstAtOrAfter(prefix); i < ends.Length && At(i).StartsWith(prefix); i++)
            yield return (Encoding.UTF8.GetString(At(i)[(At(i).IndexOf((byte)0) + 1)..]), counts[i]);
    }

    private ReadOnlySpan<byte> At(int index) => text.AsSpan((index == 0 ? 0 : ends[index - 1])..ends[index]);

    private int FirstAtOrAfter(ReadOnlySpan<byte> prefix)
    {
        var (from, until) = (0, ends.Length);
        while (from < until)
        {
            var middle = (from + until) / 2;
            if (At(middle).SequenceCompareTo(prefix) < 0)
                from = middle + 1;
            else
                until = middle;
        }
        return from;
    }
}
