using System.IO.Compression;
using System.IO.Pipelines;

namespace TrialSite.Registry;

/// <summary>The first bytes of a stream: what it is shows in them, not in its name.</summary>
internal sealed class SourceStart
{
    private const int LookedAt = 512;

    private readonly PipeReader pipe;
    private readonly byte[] first;
    private readonly RegistryFault? fault;

    private SourceStart(PipeReader pipe, byte[] first, RegistryFault? fault) => (this.pipe, this.first, this.fault) = (pipe, first, fault);

    public bool IsGzip => first is [0x1F, 0x8B, ..];

    public bool IsZip => first is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];

    private RegistryFault? Fault => fault ?? first switch
    {
        [] => RegistryFaults.IsEmpty(),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => RegistryFaults.IsUtf16(),
        _ when first.AsSpan().ContainsAnyInRange((byte)0, (byte)8) => RegistryFaults.IsNoText(),
        _ => null,
    };

    public static async Task<SourceStart> Of(Stream stream, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new(bufferSize: 64 << 10, leaveOpen: true));
        try
        {
            var result = await pipe.ReadAtLeastAsync(LookedAt, cancellationToken);
            var first = result.Buffer.FirstSpan[..Math.Min(LookedAt, result.Buffer.FirstSpan.Length)].ToArray();
            pipe.AdvanceTo(result.Buffer.Start);
            return new(pipe, first, null);
        }
        catch (InvalidDataException e)
        {
            return new(pipe, [], RegistryFaults.IsDamaged(e.Message));
        }
        catch (IOException e)
        {
            return new(pipe, [], RegistryFaults.CannotBeRead(e.Message));
        }
    }

    /// <summary>From its first byte.</summary>
    public Stream Whole() => pipe.AsStream();

    public GZipStream Unpacked() => new(Whole(), CompressionMode.Decompress);

    public RegistrySource AsJson(string name) => new(name, Fault is null ? Whole() : null, Fault);
}
