using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSite.Tests.Reading;

/// <summary>How many years of school a text asks of its reader: the Flesch-Kincaid grade.</summary>
/// <param name="Grade">Of the whole.</param>
/// <param name="Sentences">Each with its own grade.</param>
internal sealed partial record ReadingGrade(double Grade, IReadOnlyList<ReadSentence> Sentences)
{
    /// <summary>A shorter piece without a full stop is a label or a name; as a sentence it would make the text around it look easier.</summary>
    private const int FewestWords = 4;

    /// <summary>Of blocks: paragraphs, headings, points of a list. A sentence ends where its block does.</summary>
    public static ReadingGrade Of(IEnumerable<string> blocks)
    {
        var sentences = blocks.SelectMany(block => SentenceEnd().Split(block.Trim())).Where(IsSentence).ToList();
        return new(GradeOf(sentences), [.. sentences.Select(sentence => new ReadSentence(sentence, Words(sentence).Count, GradeOf([sentence])))]);
    }

    /// <summary>The grade, and the hardest sentences that are over the limit.</summary>
    public string Over(double limit, int most = 12)
    {
        var hardest = Sentences.Where(sentence => sentence.Grade > limit).OrderByDescending(sentence => sentence.Grade).Take(most);
        return string.Create(CultureInfo.InvariantCulture, $"grade {Grade:0.0}\n{string.Join('\n', hardest.Select(sentence => $"  {sentence.Grade:0.0} {sentence.Text}"))}");
    }

    private static bool IsSentence(string text) => Words(text) is { Count: > 0 } words && (words.Count >= FewestWords || text.TrimEnd('"', '”', ')')[^1] is '.' or '?' or '!');

    private static double GradeOf(List<string> sentences)
    {
        var words = sentences.SelectMany(Words).ToList();
        return words.Count == 0 ? 0 : 0.39 * words.Count / sentences.Count + 11.8 * words.Sum(Syllables.In) / words.Count - 15.59;
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"(?<=[.!?][""”)]*)\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-'’./,][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}

internal sealed record ReadSentence(string Text, int Words, double Grade);
