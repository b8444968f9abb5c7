using MimeKit;

namespace TrialSite.Alerts;

/// <summary>How each mail becomes bytes, whoever takes it on: a second try must be the same to the last one.</summary>
public static class MailFormat
{
    /// <summary>Of a whole mail, headers and both parts.</summary>
    public const int MostBytes = 30_000;

    /// <summary>Parts are quoted-printable, so that no server needs more than 7 bits or longer lines.</summary>
    public const int LongestLine = 78;

    public static FormatOptions Lines { get; } = Create();

    public static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(Lines, bytes);
        return bytes.ToArray();
    }

    private static FormatOptions Create()
    {
        var lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        lines.MaxLineLength = LongestLine;
        lines.International = false;
        return lines;
    }
}
