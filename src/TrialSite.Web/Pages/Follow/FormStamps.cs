using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrialSite.Web.Pages.Follow;

/// <summary>Signs the moment at which a form was made: a program sends it back at once, an old copy of a page after days.</summary>
public sealed class FormStamps(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    private readonly IDataProtector protector = protection.CreateProtector("TrialSite.Web.FormStamp.v1");

    public string Mint() => protector.Protect(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public bool IsGood(string? stamp) => MintedAt(stamp) is { } mintedAt && time.GetUtcNow() - mintedAt is var age && age >= Soonest && age <= Latest;

    private DateTimeOffset? MintedAt(string? stamp)
    {
        if (string.IsNullOrEmpty(stamp))
            return null;
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture));
        }
        catch (CryptographicException)
        {
            // Made up, or signed with keys that are gone: as good as none.
            return null;
        }
    }
}
