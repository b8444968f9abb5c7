using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrialSite.Alerts;

/// <summary>Keeps addresses unreadable in the database: encrypted for sending, keyed hashes for finding. The keys lie beside it, in files of their own.</summary>
public sealed class AddressProtection(SiteOptions site, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("TrialSite.Alerts.EmailAddress.v1");
    private readonly SecretKey hashKey = new(Path.Combine(site.KeysFolder, "address-hash.key"));

    public string Encrypt(EmailAddress address) => protector.Protect(address.Value);

    public EmailAddress Decrypt(string encrypted) => EmailAddress.TryParse(protector.Unprotect(encrypted), out var address)
        ? address
        : throw new CryptographicException("The decrypted text is no email address.");

    /// <summary>The same for every spelling of the address's case.</summary>
    public string HashOf(EmailAddress address) => KeyedHash("address", address.Value.ToLowerInvariant());

    /// <summary>The same for every spelling that many providers deliver to one person; for limits only.</summary>
    public string HashOfMailbox(EmailAddress address) => KeyedHash("mailbox", address.Folded);

    /// <summary>False when the key of the encrypted address is missing.</summary>
    public bool TryHashOfMailbox(string encrypted, [NotNullWhen(true)] out string? hash)
    {
        try
        {
            hash = HashOfMailbox(Decrypt(encrypted));
            return true;
        }
        catch (CryptographicException)
        {
            // Nobody can be written to until the key is back, and others do not wait for it.
            hash = null;
            return false;
        }
    }

    public string HashOfAddressBlock(string block) => KeyedHash("block", block);

    private string KeyedHash(string purpose, string value) => Convert.ToHexStringLower(hashKey.Sign($"{purpose}:{value}"));
}
