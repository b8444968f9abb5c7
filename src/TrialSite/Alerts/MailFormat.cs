using MimeKit;

namespace TrialSite.Alerts;

/// <summary>The bytes of a mail are the same in a folder and on any mail server's wire, whatever that server can do.</summary>
internal static class MailFormat
{
    public const int LongestLine = 998;

    public static readonly FormatOptions Lines = MakeLines();

    private static FormatOptions MakeLines()
    {
        var lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        return lines;
    }
}
