using System.Text.Json;

namespace TrialSite.Registry.Live;

/// <summary>A page of the API, whole, and what leads on from it.</summary>
internal sealed class LivePage
{
    private readonly byte[] bytes;

    private LivePage(byte[] bytes) => this.bytes = bytes;

    /// <summary>Null on the last page.</summary>
    public string? NextPageToken { get; private set; }

    /// <summary>Of all pages; null unless the registry said it.</summary>
    public long? TotalCount { get; private set; }

    public Stream AsStream() => new MemoryStream(bytes, writable: false);

    /// <summary>Null when the bytes are no page, or only the beginning of one.</summary>
    public static LivePage? TryRead(byte[] bytes)
    {
        try
        {
            return Read(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Broken JSON, or a token that is no text: asked again, it may be whole.
            return null;
        }
    }

    private static LivePage? Read(byte[] bytes)
    {
        var page = new LivePage(bytes);
        // A study that is too deep costs itself alone, not its page.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 100_000 });
        var hasStudies = false;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "nextPageToken")
                page.NextPageToken = reader.GetString();
            else if (name == "totalCount")
                page.TotalCount = reader.GetInt64();
            else if (name == "studies")
                hasStudies = reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
        }
        // Reads to the end: what stands behind the page would be no page.
        return hasStudies && !reader.Read() ? page : null;
    }
}
