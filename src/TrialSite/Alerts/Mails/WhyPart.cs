using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>The end of each alert: why it came, and how to get fewer or none.</summary>
internal static class WhyPart
{
    /// <summary>More would push the news out of the mail; the page to change topics lists all.</summary>
    private const int MostTopics = 8;
    private const int LongestName = 120;

    public static MailPart Of(IReadOnlyList<AlertItem> items, Func<StopTarget, string> stopLinkOf, MailLinks links)
    {
        var topics = items.DistinctBy(item => item.StopTarget).ToList();
        var writer = new MailWriter().Heading("Why you get this");
        foreach (var item in topics.Take(MostTopics))
            writer.Paragraph(Because(item)).Link("Stop this, stop all, or get emails less often", stopLinkOf(item.StopTarget));
        if (topics.Count > MostTopics)
            writer.Paragraph(topics.Count == MostTopics + 1 ? "And because of 1 more topic that you follow." : string.Create(CultureInfo.InvariantCulture, $"And because of {topics.Count - MostTopics} more topics that you follow."));
        return writer
            .Link("Change what you follow", links.AskToManage)
            .Note("This is information, not medical advice. We may be wrong or late. Before you decide anything, read the full record of the trial and ask your doctor. No real trial asks you for money.")
            .Done();
    }

    private static string Because(AlertItem item) => item.ConditionName is { } condition
        ? $"You asked us to write when a trial for {MailText.Shortened(MailText.Clean(condition), LongestName)} is added."
        : $"You asked us to write when this trial changes: {MailText.Shortened(TrialPart.TitleOf(item.Trial), LongestName)}";
}
