using System.Text;
using System.Text.RegularExpressions;

namespace TrialSite.Benchmarks.Records;

/// <summary>Words of a real record, of which the rare ones become other ones: a registry 300 times as large has many more words.</summary>
internal sealed partial class StockSentence
{
    private readonly string text;
    private readonly List<(int Start, int Length)> rareWords = [];

    public StockSentence(string text, Func<string, bool> isRare)
    {
        this.text = text;
        foreach (var word in Words().EnumerateMatches(text))
        {
            if (isRare(text.Substring(word.Index, word.Length)))
                rareWords.Add((word.Index, word.Length));
        }
    }

    public void Append(StringBuilder mixed, Random random)
    {
        var at = 0;
        foreach (var (start, length) in rareWords)
        {
            mixed.Append(text, at, start - at);
            RareWord.Append(mixed, text.AsSpan(start, length), RareWord.Choose(random));
            at = start + length;
        }
        mixed.Append(text, at, text.Length - at);
    }

    public override string ToString() => text;

    [GeneratedRegex(@"\p{L}+")]
    public static partial Regex Words();
}
