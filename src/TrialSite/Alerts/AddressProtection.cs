using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Keeps addresses unreadable in the database: encrypted for sending, keyed hashes for finding. The keys lie beside it, in files of their own.</summary>
public sealed class AddressProtection(SiteOptions site, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly IDataProtector protector = protection.CreateProtector("TrialSite.Alerts.EmailAddress.v1");
    private readonly Lazy<byte[]> hashKey = new(() => LoadOrMakeKey(Path.Combine(site.KeysFolder, "address-hash.key")));

    public string Encrypt(EmailAddress address) => protector.Protect(address.Value);

    public EmailAddress Decrypt(string encrypted) => EmailAddress.TryParse(protector.Unprotect(encrypted), out var address)
        ? address
        : throw new CryptographicException("The decrypted text is no e-mail address.");

    /// <summary>The same for every spelling of the address's case.</summary>
    public string HashOf(EmailAddress address) => KeyedHash("address", address.Value.ToLowerInvariant());

    public string HashOfAddressBlock(string block) => KeyedHash("block", block);

    private string KeyedHash(string purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(hashKey.Value, Encoding.UTF8.GetBytes($"{purpose}:{value}")));

    private static byte[] LoadOrMakeKey(string path)
    {
        while (!File.Exists(path))
            MakeKeyUnlessAnotherProcessDoes(path);
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new CryptographicException($"{path} must hold {KeyBytes} bytes. Restore it from a backup: sign-ups made with it cannot be found without it.");
    }

    private static void MakeKeyUnlessAnotherProcessDoes(string path)
    {
        using var making = FileLock.TryAcquire($"{path}.lock");
        if (making is null)
            Thread.Sleep(10);
        else if (!File.Exists(path))
            MakeKey(path);
    }

    private static void MakeKey(string path)
    {
        var unfinished = $"{path}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path);
    }
}
