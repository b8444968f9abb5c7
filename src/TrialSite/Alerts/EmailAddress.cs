using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MimeKit;

namespace TrialSite.Alerts;

/// <summary>One address that mail can be sent to, its domain in lower case and as A-labels.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 254;

    private const int MaxLocalPartLength = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>In lower case, without the local part's dots and its tag (<c>a.b+news@</c> is <c>ab@</c>).</summary>
    public string Folded
    {
        get
        {
            var at = Value.LastIndexOf('@');
            var local = Value[..at];
            var untagged = local.IndexOf('+') is > 0 and var tag ? local[..tag] : local;
            return (untagged.Replace(".", "", StringComparison.Ordinal) + Value[at..]).ToLowerInvariant();
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.LastIndexOf('@');
        if (trimmed.Length > MaxLength || at is < 1 or > MaxLocalPartLength || !IsPlain(trimmed.AsSpan(0, at)) || !TryToAscii(trimmed[(at + 1)..], out var domain))
            return false;
        var value = $"{trimmed[..at]}@{domain}";
        // MimeKit also reads "Name <a@b>", comments and groups: the address it found must be all there is.
        if (value.Length > MaxLength || !MailboxAddress.TryParse(value, out var mailbox) || mailbox.GetAddress(idnEncode: true) != value)
            return false;
        address = new(value);
        return true;
    }

    public override string ToString() => Value;

    /// <summary>Visible ASCII without quotes: a mail server need not know more (SMTPUTF8), and no two addresses look the same.</summary>
    private static bool IsPlain(ReadOnlySpan<char> localPart) =>
        !localPart.ContainsAnyExceptInRange('!', '~') && !localPart.Contains('"') && !localPart.Contains("..", StringComparison.Ordinal);

    private static bool TryToAscii(string domain, [NotNullWhen(true)] out string? ascii)
    {
        ascii = null;
        try
        {
            ascii = Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Not a name that the domain name system can hold.
            return false;
        }
        // "192.0.2.1" is a network address, "example." and "localhost" are no public names.
        var topLevel = ascii.LastIndexOf('.') + 1;
        return topLevel > 0 && ascii.AsSpan(topLevel).ContainsAnyExceptInRange('0', '9');
    }
}
