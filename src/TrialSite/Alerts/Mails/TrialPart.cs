using System.Globalization;
using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>One trial in an alert: what it is, what changed, where to read on. The same for everybody who hears of it.</summary>
/// <param name="Whole">With each change, as far as there is room.</param>
/// <param name="Brief">For a mail without room for more.</param>
internal sealed record TrialPart(MailPart Whole, MailPart Brief)
{
    private const int MostBytes = 9_000;
    private const int LongestTitle = 200;
    private const int LongestSummary = 400;
    private const int LongestRead = 1200;

    private const string ReadNote = "Our plain-language read of the trial. This is informational only — not medical advice or a prediction.";

    public static TrialPart Of(NetChange change, bool isNewTrial, MailLinks links)
    {
        var whole = isNewTrial ? OfNewTrial(change.After) : OfChanges(change);
        return new(
            whole.Link("Read about this trial", links.Trial(change.NctId)).Link("See what changed, and when", links.History(change.NctId)).Done(),
            Headed(change.After).Paragraph(isNewTrial ? "A new trial." : Count(change.Differences.Count)).Link("See what changed, and when", links.History(change.NctId)).Done());
    }

    public static string TitleOf(Trial trial) => MailText.Shortened(MailText.Clean(trial.Title), LongestTitle);

    private static MailWriter Headed(Trial trial) => new MailWriter().Heading(TitleOf(trial)).Detail(string.Create(CultureInfo.InvariantCulture, $"NCT ID {trial.NctId}"));

    private static MailWriter OfChanges(NetChange change)
    {
        var told = change.Differences.Select(DifferenceInWords.Of).ToList();
        var writer = Tested(Headed(change.After), change.After);
        var left = MostBytes;
        var parts = told.Select(ChangePart.Of).TakeWhile(part => (left -= part.MostBytes) > 0).ToList();
        foreach (var part in parts)
            writer.Add(part);
        if (parts.Count < told.Count)
            writer.Sentence(More(told.Count - parts.Count));
        if (!change.After.IsListed)
            writer.Paragraph("We no longer follow this trial. That does not mean that it has ended. Its page here may be out of date, and has a link to its record on ClinicalTrials.gov.");
        return HasRead(change.After) || told.Any(difference => difference.IsOfRead) ? writer.Note(ReadNote) : writer;
    }

    private static MailWriter OfNewTrial(Trial trial)
    {
        var writer = Tested(Headed(trial), trial);
        if (trial.LastLayers.Registry is { } record)
            RecordPart.Write(writer, record);
        if (trial.Editorial?.Summary is { } summary)
            writer.Paragraph(MailText.Shortened(summary.ToWords(), LongestSummary));
        else if (trial.LastLayers.Registry?.BriefSummary is { } registrants)
            writer.Sentence("In the registrant's own words").Detail(MailText.Shortened(registrants, LongestSummary));
        if (trial.Editorial?.PlainLanguageRead is { ShownCouldLeadTo: { } benefit, CouldGoWrong: { } risk })
            WritePair(writer, benefit.ToWords(), risk.ToWords());
        return HasRead(trial) ? writer.Note(ReadNote) : writer;
    }

    /// <summary>Both whole, or neither: half a risk is no risk beside the benefit.</summary>
    private static void WritePair(MailWriter writer, string benefit, string risk)
    {
        if (benefit.Length + risk.Length > LongestRead)
            writer.Sentence("Its page says what this could lead to and what could go wrong.");
        else
            writer.Sentence("What this could lead to").Detail(benefit).Sentence("What could go wrong").Detail(risk);
    }

    private static MailWriter Tested(MailWriter writer, Trial trial) =>
        (trial.Editorial?.PlainLanguageRead?.ActiveSubstance?.ToWords() ?? RecordPart.Tested(trial.LastLayers.Registry)) is { } tested
            ? writer.Detail("What is tested", MailText.Shortened(tested, LongestSummary))
            : writer;

    private static bool HasRead(Trial trial) => trial.Editorial?.PlainLanguageRead is not null;

    private static string Count(int changes) => changes == 1 ? "1 change." : string.Create(CultureInfo.InvariantCulture, $"{changes} changes.");

    private static string More(int changes) => changes == 1
        ? "And 1 more change: see the trial's history."
        : string.Create(CultureInfo.InvariantCulture, $"And {changes} more changes: see the trial's history.");
}
