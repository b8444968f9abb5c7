using System.Text;
using System.Text.RegularExpressions;

namespace TrialSite.Benchmarks.Records;

/// <summary>A text of a real record: its lines, and their sentences behind the mark of a list.</summary>
internal sealed partial class StockText
{
    private const double ShareOfOthers = 0.35;

    private readonly List<Line> lines = [];
    private readonly List<StockSentence> exchangeable = [];

    public StockText(string text, Func<string, bool> isRare)
    {
        IsGiven = text.Length > 0;
        foreach (var line in text.Split('\n'))
        {
            var mark = Mark().Match(line).Length;
            var sentences = SentenceEnds().Split(line[mark..]).Select(sentence => new StockSentence(sentence, isRare)).ToArray();
            var isHeading = line.TrimEnd().EndsWith(':') || line.Length == mark;
            lines.Add(new(line[..mark], sentences, isHeading));
            if (!isHeading)
                exchangeable.AddRange(sentences);
        }
    }

    public bool IsGiven { get; }

    /// <summary>Its own sentences, and some of another study's in their place.</summary>
    public string Mix(StockText other, Random random)
    {
        var mixed = new StringBuilder(1024);
        foreach (var line in lines)
        {
            mixed.Append(line.Mark);
            foreach (var sentence in line.Sentences)
            {
                var isOther = !line.IsHeading && other.exchangeable.Count > 0 && random.NextDouble() < ShareOfOthers;
                (isOther ? other.exchangeable[random.Next(other.exchangeable.Count)] : sentence).Append(mixed, random);
                mixed.Append(' ');
            }
            mixed[^1] = '\n';
        }
        mixed.Length--;
        return mixed.ToString();
    }

    /// <summary>Its own words: a title of two halves would be no title.</summary>
    public string Alone(Random random)
    {
        var text = new StringBuilder(256);
        foreach (var sentence in lines.SelectMany(line => line.Sentences))
        {
            sentence.Append(text, random);
            text.Append(' ');
        }
        text.Length--;
        return text.ToString();
    }

    [GeneratedRegex(@"^\s*(?:(?:[*•o-]|\(?\d{1,2}\\?[.)])\s+)?")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=\p{Ll}[.;?!]) (?=\p{Lu})")]
    private static partial Regex SentenceEnds();

    private sealed record Line(string Mark, StockSentence[] Sentences, bool IsHeading);
}
