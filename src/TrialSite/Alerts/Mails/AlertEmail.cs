using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>Tells one person all that is due, however much that is, within the size that a mail may have.</summary>
internal static class AlertEmail
{
    /// <summary>Headers, the frame of the two parts and the line that counts what had no room.</summary>
    private const int FrameBytes = 3_000;

    public static MailContent Of(IReadOnlyList<AlertItem> items, Func<AlertItem, TrialPart> partOf, Func<StopTarget, string> stopLinkOf, MailLinks links)
    {
        var subject = AlertSubject.Of(items);
        var why = WhyPart.Of(items, stopLinkOf, links);
        var writer = new MailWriter().Title($"{subject}.");
        WriteTrials(writer, items.Select(partOf).ToList(), MailFormat.MostBytes - FrameBytes - why.MostBytes, links);
        return new(subject, writer.Add(why).Done());
    }

    private static void WriteTrials(MailWriter writer, List<TrialPart> parts, int room, MailLinks links)
    {
        // Whole while there is room for the rest in brief, then in brief, then only counted.
        var inBrief = parts.Sum(part => part.Brief.MostBytes);
        var told = 0;
        foreach (var part in parts)
        {
            inBrief -= part.Brief.MostBytes;
            var written = part.Whole.MostBytes + inBrief <= room ? part.Whole : part.Brief;
            if (written.MostBytes > room)
                break;
            writer.Add(written);
            room -= written.MostBytes;
            told++;
        }
        if (told < parts.Count)
            writer.Heading(More(parts.Count - told)).Link("See the trials", links.Trials);
    }

    private static string More(int trials) => trials == 1
        ? "And 1 more trial: see its page on the site."
        : string.Create(CultureInfo.InvariantCulture, $"And {trials} more trials: see their pages on the site.");
}
