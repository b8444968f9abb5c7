using System.CommandLine;

namespace TrialSite.Cli;

/// <summary><c>trialsite mail</c>: the mails that alerts are.</summary>
internal static class MailCommand
{
    public static Command Create() => new("mail", """
        Look after the mails that people get.

        Examples:
          trialsite mail preview NCT06904755
        """)
    {
        MailPreviewCommand.Create(),
    };
}
