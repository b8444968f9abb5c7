using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TrialSite.Alerts;

/// <summary>Whose mails a stop link ends. The person is named beside the subscription, whose row may be erased while others of theirs go on.</summary>
public readonly record struct StopTarget(int SubscriberId, int SubscriptionId);

/// <summary>Makes and reads the secret part of mailed links. No row of the database is enough to make one.</summary>
/// <remarks>
/// A mail that must be sent a second time has to be the same to the last byte, yet no token is stored: it is derived from the row's random seed
/// with a key that lies outside the database. The row keeps the seed and the token's SHA-256, by which the link finds it.
/// </remarks>
public sealed class LinkTokens(SiteOptions site)
{
    private const int SeedBytes = 16;
    private const int SignatureBytes = 32;
    private const int TargetBytes = 2 * sizeof(int);

    private readonly SecretKey linkKey = new(Path.Combine(site.KeysFolder, "mail-links.key"));

    /// <summary>Never replaced: a stop link must work for years.</summary>
    private readonly SecretKey stopKey = new(Path.Combine(site.KeysFolder, "stop-links.key"));

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>43 characters, 256 bits.</summary>
    public string TokenOf(string seed) => Base64Url.EncodeToString(linkKey.Sign($"link:{seed}"));

    /// <summary>What the database keeps of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Can do nothing but stop mails, and does so although the subscription's row is long gone.</summary>
    public string StopTokenOf(StopTarget target)
    {
        Span<byte> token = stackalloc byte[TargetBytes + SignatureBytes];
        Write(target, token);
        SignatureOf(token[..TargetBytes]).CopyTo(token[TargetBytes..]);
        return Base64Url.EncodeToString(token);
    }

    public bool TryReadStopToken(string? token, out StopTarget target)
    {
        target = default;
        Span<byte> bytes = stackalloc byte[TargetBytes + SignatureBytes];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(token, bytes, out _))
            return false;
        if (!CryptographicOperations.FixedTimeEquals(bytes[TargetBytes..], SignatureOf(bytes[..TargetBytes])))
            return false;
        target = new(BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[sizeof(int)..]));
        return true;
    }

    private static void Write(StopTarget target, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, target.SubscriberId);
        BinaryPrimitives.WriteInt32BigEndian(bytes[sizeof(int)..], target.SubscriptionId);
    }

    private byte[] SignatureOf(ReadOnlySpan<byte> target) => stopKey.Sign(target);
}
