using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace TrialSite.Alerts.Smtp;

/// <summary>What a mail server's refusal means.</summary>
internal static partial class SmtpAnswer
{
    private const int LongestReply = 200;

    public static HandOver Refusal(SmtpCommandException fault) => Of((int)fault.StatusCode, fault.Message, fault.ErrorCode);

    /// <summary>A reply for the records: what looks like an address is left out, and what the server says of a person too.</summary>
    public static string WithoutAddresses(int status, string text)
    {
        var line = WithAt().Replace(Control().Replace(text, " ").Trim(), "…");
        return $"{status} {(line.Length > LongestReply ? line[..LongestReply] : line)}".TrimEnd();
    }

    private static HandOver Of(int status, string text, SmtpErrorCode at)
    {
        var enhanced = EnhancedStatus().Match(text) is { Success: true } match ? match.Groups[1].Value : "";
        var isAboutPerson = at == SmtpErrorCode.RecipientNotAccepted;
        var reply = isAboutPerson ? $"{status} {enhanced}".TrimEnd() : WithoutAddresses(status, text);
        return new(Outcome(status, enhanced, at), reply);
    }

    private static HandOverOutcome Outcome(int status, string enhanced, SmtpErrorCode at) => status switch
    {
        421 => HandOverOutcome.HostBusy,
        < 500 => HandOverOutcome.NotNow,
        _ when enhanced.StartsWith("5.7.", StringComparison.Ordinal) || at == SmtpErrorCode.SenderNotAccepted => HandOverOutcome.PolicyRefused,
        _ when at == SmtpErrorCode.RecipientNotAccepted && IsNoSuchAddress(enhanced) => HandOverOutcome.AddressUnknown,
        _ => HandOverOutcome.Rejected,
    };

    /// <summary>RFC 3463 and RFC 7505: no such mailbox, system, address, moved away, no mail taken by the domain. A 550 alone may mean anything.</summary>
    private static bool IsNoSuchAddress(string enhanced) => enhanced is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10";

    [GeneratedRegex(@"^([245]\.\d{1,3}\.\d{1,3})(\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex EnhancedStatus();

    /// <summary>Line ends, and what would move the cursor of the terminal that shows the reply.</summary>
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Control();

    [GeneratedRegex(@"\S*@\S*", RegexOptions.NonBacktracking)]
    private static partial Regex WithAt();
}
