using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrialSite.Alerts;

/// <summary>Says when a form was made, so that a program that answers at once, or days later, is asked again.</summary>
public sealed class FormStamp(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan YoungestAge = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan OldestAge = TimeSpan.FromHours(24);

    private readonly IDataProtector protector = protection.CreateProtector("TrialSite.Alerts.FormStamp.v1");

    public string Mint() => protector.Protect(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public bool IsGood(string? stamp)
    {
        if (string.IsNullOrEmpty(stamp) || !TryRead(stamp, out var mintedAt))
            return false;
        var age = time.GetUtcNow() - mintedAt;
        return age >= YoungestAge && age <= OldestAge;
    }

    private bool TryRead(string stamp, out DateTimeOffset mintedAt)
    {
        try
        {
            mintedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Not a stamp of ours: the form comes back with a fresh one.
            mintedAt = default;
            return false;
        }
    }
}
