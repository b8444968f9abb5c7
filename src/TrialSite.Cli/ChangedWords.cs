using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary>A difference in the words that visitors are told, with what was added and removed marked as git marks words.</summary>
internal static class ChangedWords
{
    private const int LongestQuote = 240;

    public static IEnumerable<string> Of(FieldDifference difference)
    {
        var told = DifferenceInWords.Of(difference);
        yield return told.Subject is { } place ? $"{told.Sentence} ({place})" : told.Sentence;
        if (told.Words.Count > 0)
            yield return $"  {Shortened(string.Join(' ', told.Words.Select(Marked)).ReplaceLineEndings(" "))}";
        if (told.Risk is { } risk)
            yield return $"  beside it: {Shortened(risk.ReplaceLineEndings(" "))}";
    }

    private static string Marked(MarkedWords words) => words.Mark switch
    {
        WordMark.Removed => $"[-{words.Text}-]",
        WordMark.Added => $"{{+{words.Text}+}}",
        _ => words.Text,
    };

    private static string Shortened(string line) => line.Length <= LongestQuote ? line : $"{line.AsSpan(0, LongestQuote)}...";
}
