using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>One change: a sentence, then what was there before and what is there now.</summary>
internal static class ChangePart
{
    private const int MostCharacters = 600;

    /// <summary>A risk is told whole or not at all, and with it what the trial could lead to.</summary>
    private const int LongestRisk = 1500;

    public static MailPart Of(DifferenceInWords difference)
    {
        var writer = new MailWriter().Sentence(difference.Sentence);
        if (difference.Subject is { } place)
            writer.Detail(MailText.Shortened(place, MostCharacters));
        if (difference.Risk is { Length: > LongestRisk })
            return writer.Detail("The new words are long: the trial's page has them.").Done();
        Write(writer, "Before", difference.Words, WordMark.Removed);
        Write(writer, difference.Words.All(words => words.Mark == WordMark.Added) ? "New" : "Now", difference.Words, WordMark.Added);
        if (difference.Risk is { } risk)
            writer.Detail("What could go wrong", risk);
        return writer.Done();
    }

    /// <summary>Nothing was there before, or nothing is there now: then there is no line for it.</summary>
    private static void Write(MailWriter writer, string label, IReadOnlyList<MarkedWords> words, WordMark mark)
    {
        var told = Shortened(words.Where(run => run.Mark == mark || run.Mark == WordMark.Same));
        if (told.Count > 0)
            writer.Detail(label, told);
    }

    private static List<MarkedWords> Shortened(IEnumerable<MarkedWords> words)
    {
        var told = new List<MarkedWords>();
        var left = MostCharacters;
        foreach (var run in words.TakeWhile(_ => left > 0))
        {
            told.Add(run with { Text = MailText.Shortened(run.Text, left) });
            left -= run.Text.Length;
        }
        return told;
    }
}
