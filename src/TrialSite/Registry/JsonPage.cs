using System.Text.Json;

namespace TrialSite.Registry;

/// <summary>The page form of the API's answers.</summary>
/// <example><c>{ "totalCount": 2, "studies": [ {...}, {...} ], "nextPageToken": "..." }</c></example>
internal static class JsonPage
{
    /// <summary>So many bytes tell a page from a study, unless somebody put more than a few blanks between.</summary>
    public const int LongestStart = 64;

    public static bool IsStart(ReadOnlySpan<byte> bytes)
    {
        var name = bytes[1..].TrimStart(" \t\r\n"u8);
        return name.StartsWith("\"studies\""u8) || name.StartsWith("\"totalCount\""u8) || name.StartsWith("\"nextPageToken\""u8);
    }

    /// <summary>A member of a page; of the studies only up to the first.</summary>
    /// <returns>Its length; -1 when it goes on behind the bytes.</returns>
    /// <exception cref="JsonException">It is broken.</exception>
    public static (int Length, bool IsStudies) Member(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var name = new Utf8JsonReader(bytes, isEnd, default);
        if (!name.Read())
            return (-1, false);
        if (name.TokenType != JsonTokenType.String)
            throw new JsonException("A page holds something that has no name.");
        var at = (int)name.BytesConsumed;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)':' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        if (at == bytes.Length)
            return isEnd ? throw new JsonException("A page ends behind a name.") : (-1, false);
        if (bytes[at] == '[' && name.ValueTextEquals("studies"u8))
            return (at + 1, true);
        var value = new Utf8JsonReader(bytes[at..], isEnd, default);
        return value.Read() && value.TrySkip() ? (at + (int)value.BytesConsumed, false) : (-1, false);
    }
}
