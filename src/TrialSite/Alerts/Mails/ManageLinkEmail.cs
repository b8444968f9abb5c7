using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>Brings the link to the page where a person changes or ends what to get.</summary>
internal static class ManageLinkEmail
{
    public static MailContent Of(string token, string siteName, int minutes, MailLinks links) => new("Your link to change your emails", new MailWriter()
        .Title("Change what you get.")
        .Paragraph($"Someone asked {siteName} for a link to change what we send to this address. We hope that it was you.")
        .Paragraph("On the page you can choose topics, get emails less often, pause, see what we keep about you, or have it erased.")
        .Button("Change what I get", links.Manage(token))
        .Paragraph(string.Create(CultureInfo.InvariantCulture, $"The link works for {minutes} minutes. Do not pass it on: whoever has it sees what you follow."))
        .Heading("Was it not you?")
        .Paragraph("Then you need do nothing. Nothing has changed, and only this address got the link.")
        .Link("How we keep your address private", links.Privacy)
        .Done());
}
