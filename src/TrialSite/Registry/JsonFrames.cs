using System.Runtime.CompilerServices;

namespace TrialSite.Registry;

/// <summary>Cuts a stream of JSON into studies, whatever stands around them: lines, a list, the API's pages, or nothing.</summary>
internal static class JsonFrames
{
    public static async IAsyncEnumerable<JsonFrame> Read(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ByteWindow(stream);
        var cutter = new JsonCutter();
        while (true)
        {
            while (cutter.TryCut(window.Bytes, window.IsEnd, out var frame))
            {
                window.Consume(cutter.Consumed);
                yield return frame;
            }
            window.Consume(cutter.Consumed);
            if (window.IsEnd)
                break;
            if (await window.Fill(cancellationToken) is not { } fault)
                continue;
            yield return new(cutter.Line, cutter.Column, default, fault);
            yield break;
        }
        if (cutter.FaultAtEnd is { } atEnd)
            yield return new(cutter.Line, cutter.Column, default, atEnd);
    }
}
