using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>Asks whether a sign-up is meant. Nothing in it was typed by a visitor: anyone can type anyone's address.</summary>
internal static class ConfirmationEmail
{
    private const int MostTopics = 6;

    public static MailContent Of(SignUp signUp, string token, IReadOnlyList<string> topics, string siteName, int confirmDays, MailLinks links)
    {
        var writer = new MailWriter()
            .Title("Please confirm your sign-up.")
            .Paragraph($"Someone asked {siteName} to send emails to this address. We hope that it was you. {siteName} is a website that explains clinical trials in plain words.")
            .Paragraph("We were asked to write when:");
        var told = topics.Take(MostTopics).ToList();
        foreach (var topic in told)
            writer.Point(topic);
        if (told.Count < topics.Count)
            writer.Point("more: the page behind the link shows all");
        return new("Please confirm your sign-up", writer
            .Paragraph($"How often: {Often(signUp.Frequency)}.")
            .Button("See and confirm", links.Confirm(token))
            .Paragraph($"The page that opens has one button. We send nothing more until you press it. The link works for {Days(confirmDays)}.")
            .Heading("Was it not you?")
            .Paragraph("Then you need do nothing. We erase the sign-up soon. You can also tell us, and we stop writing to this address.")
            .Link("It was not me", links.NotMe(token))
            .Link("How we keep your address private", links.Privacy)
            .Done());
    }

    private static string Often(AlertFrequency frequency) => frequency switch
    {
        AlertFrequency.AtOnce => "soon after each change",
        AlertFrequency.Daily => "at most once a day",
        AlertFrequency.Weekly => "at most once a week",
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "a frequency without words"),
    };

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
}
