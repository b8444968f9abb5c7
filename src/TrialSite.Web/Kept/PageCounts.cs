using System.Diagnostics.Metrics;

namespace TrialSite.Web.Kept;

/// <summary>How pages were answered, also as the meter <c>TrialSite.Pages</c>; a kept page is not in the request log.</summary>
public sealed class PageCounts : IDisposable
{
    public const string MeterName = "TrialSite.Pages";

    private readonly Meter meter = new(MeterName);
    private long rendered;
    private long fromMemory;
    private long fromFile;

    private long bytesInMemory;

    public PageCounts()
    {
        meter.CreateObservableGauge("pages.bytes_in_memory", () => BytesInMemory);
        meter.CreateObservableCounter("pages.rendered", () => Rendered, description: "Pages that were made anew, of those that are kept.");
        meter.CreateObservableCounter("pages.from_memory", () => FromMemory);
        meter.CreateObservableCounter("pages.from_file", () => FromFile);
    }

    public long Rendered => Volatile.Read(ref rendered);
    public long FromMemory => Volatile.Read(ref fromMemory);
    public long FromFile => Volatile.Read(ref fromFile);

    public long BytesInMemory => Volatile.Read(ref bytesInMemory);

    public void Dispose() => meter.Dispose();

    internal void CountRendered() => Interlocked.Increment(ref rendered);

    internal void CountFromMemory() => Interlocked.Increment(ref fromMemory);

    internal void CountFromFile() => Interlocked.Increment(ref fromFile);

    internal void SetBytesInMemory(long bytes) => Volatile.Write(ref bytesInMemory, bytes);
}
