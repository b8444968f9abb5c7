using System.Text.Json;

namespace TrialSite.Registry;

/// <summary>Finds where a value of JSON ends, going on where it stopped for want of bytes.</summary>
internal sealed class JsonValueEnd
{
    /// <summary>Deeper than a study may be, so that one that is too deep is told from the rest.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 100_000 };

    private JsonReaderState state = new(Options);
    private int scanned;

    /// <param name="bytes">From the value's first byte.</param>
    /// <param name="isEnd">No bytes come behind them.</param>
    /// <returns>The value's length; -1 when it goes on behind the bytes.</returns>
    /// <exception cref="JsonException">It is broken, or ends where the stream does.</exception>
    public int Find(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var reader = new Utf8JsonReader(bytes[scanned..], isEnd, state);
        while (reader.Read())
        {
            if (reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                continue;
            var length = scanned + (int)reader.BytesConsumed;
            Reset();
            return length;
        }
        (scanned, state) = (scanned + (int)reader.BytesConsumed, reader.CurrentState);
        return -1;
    }

    public void Reset() => (scanned, state) = (0, new(Options));
}
