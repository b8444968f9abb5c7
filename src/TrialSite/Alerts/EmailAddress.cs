using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MimeKit;

namespace TrialSite.Alerts;

/// <summary>One address that mail can be sent to, its domain in lower case and as A-labels.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength || trimmed.Any(char.IsControl))
            return false;
        // MimeKit also reads "Name <a@b>", comments and groups: the address it found must be all there is.
        if (!MailboxAddress.TryParse(trimmed, out var mailbox) || mailbox.Address != trimmed || !string.IsNullOrEmpty(mailbox.Name))
            return false;
        var at = trimmed.LastIndexOf('@');
        if (at is < 1 or > 64 || trimmed[0] == '"' || !TryToAscii(trimmed[(at + 1)..], out var domain))
            return false;
        var value = $"{trimmed[..at]}@{domain}";
        if (value.Length > MaxLength || trimmed.AsSpan(0, at).Contains("..", StringComparison.Ordinal))
            return false;
        address = new(value);
        return true;
    }

    public override string ToString() => Value;

    private static bool TryToAscii(string domain, [NotNullWhen(true)] out string? ascii)
    {
        ascii = null;
        if (!domain.Contains('.') || domain.StartsWith('[') || domain.EndsWith('.'))
            return false;
        try
        {
            ascii = Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Not a name that the domain name system can hold.
            return false;
        }
        return true;
    }
}
