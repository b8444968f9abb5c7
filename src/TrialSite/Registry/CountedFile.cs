namespace TrialSite.Registry;

/// <summary>A file that tells how much of it was read, for a progress bar: its records are not counted before they are read.</summary>
internal sealed class CountedFile(string path, Action<int>? bytesRead)
    : FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan })
{
    public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await base.ReadAsync(buffer, cancellationToken));

    private int Counted(int count)
    {
        bytesRead?.Invoke(count);
        return count;
    }
}
