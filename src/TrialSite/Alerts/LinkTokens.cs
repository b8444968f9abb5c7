using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TrialSite.Alerts;

/// <summary>Makes and reads the secret part of mailed links. No row of the database is enough to make one.</summary>
/// <remarks>
/// A mail that must be sent a second time has to be the same to the last byte, yet no token is stored: it is derived from the row's random seed
/// with a key that lies outside the database. The row keeps the seed and the token's SHA-256, by which the link finds it.
/// </remarks>
public sealed class LinkTokens(SiteOptions site)
{
    private const int SeedBytes = 16;
    private const int SignatureBytes = 32;

    private readonly SecretKey linkKey = new(Path.Combine(site.KeysFolder, "mail-links.key"));

    /// <summary>Never replaced: a stop link must work for years.</summary>
    private readonly SecretKey stopKey = new(Path.Combine(site.KeysFolder, "stop-links.key"));

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>43 characters, 256 bits.</summary>
    public string TokenOf(string seed) => Base64Url.EncodeToString(linkKey.Sign($"link:{seed}"));

    /// <summary>What the database keeps of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Can do nothing but stop mails, and does so although the subscription's row is long gone.</summary>
    public string StopTokenOf(int subscriptionId)
    {
        Span<byte> token = stackalloc byte[sizeof(int) + SignatureBytes];
        BinaryPrimitives.WriteInt32BigEndian(token, subscriptionId);
        SignatureOf(subscriptionId).CopyTo(token[sizeof(int)..]);
        return Base64Url.EncodeToString(token);
    }

    public bool TryReadStopToken(string? token, out int subscriptionId)
    {
        subscriptionId = 0;
        Span<byte> bytes = stackalloc byte[sizeof(int) + SignatureBytes];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(token, bytes, out _))
            return false;
        var id = BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (!CryptographicOperations.FixedTimeEquals(bytes[sizeof(int)..], SignatureOf(id)))
            return false;
        subscriptionId = id;
        return true;
    }

    private byte[] SignatureOf(int subscriptionId) => stopKey.Sign($"stop:{subscriptionId}");
}
