namespace TrialSite.Alerts.Mails;

/// <summary>A piece of a mail, once as text and once as HTML.</summary>
internal readonly record struct MailPart(string Text, string Html)
{
    private const int LongestEncodedLine = 72;
    private const int LineEndBytes = 3;

    /// <summary>At most so many bytes of the mail, in quoted-printable.</summary>
    public int MostBytes => MostBytesOf(Text) + MostBytesOf(Html);

    private static int MostBytesOf(string text)
    {
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
            bytes += rune.Value is ('\r' or '\n') or (>= ' ' and <= '~' and not '=') ? 1 : 3 * rune.Utf8SequenceLength;
        return bytes + ((bytes / LongestEncodedLine) + 1) * LineEndBytes;
    }
}
