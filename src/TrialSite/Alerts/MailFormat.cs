using MimeKit;

namespace TrialSite.Alerts;

/// <summary>How each mail becomes bytes, whoever takes it on: a second try must be the same to the last one.</summary>
public static class MailFormat
{
    /// <summary>Of a whole mail, headers and both parts.</summary>
    public const int MostBytes = 30_000;

    /// <summary>CRLF and short lines; parts are quoted-printable, so that no server needs more than 7 bits.</summary>
    public static FormatOptions Options { get; } = Create();

    public static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(Options, bytes);
        return bytes.ToArray();
    }

    private static FormatOptions Create()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.MaxLineLength = 78;
        options.International = false;
        return options;
    }
}
