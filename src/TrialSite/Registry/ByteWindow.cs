namespace TrialSite.Registry;

/// <summary>The part of a stream that is looked at, in one piece; as large as the largest record so far.</summary>
internal sealed class ByteWindow(Stream stream)
{
    private byte[] buffer = new byte[256 << 10];
    private int start;
    private int end;

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(start, end - start);

    public bool IsEnd { get; private set; }

    /// <summary>What comes before it is not looked at again.</summary>
    public void Consume(int count) => start += count;

    /// <summary>Reads on; what was there before moves.</summary>
    /// <returns>Why nothing more can be read.</returns>
    public async ValueTask<RegistryFault?> Fill(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            end += read;
            IsEnd = read == 0;
            return null;
        }
        catch (InvalidDataException e)
        {
            // A download that was cut off: what came before it is good.
            IsEnd = true;
            return RegistryFaults.IsDamaged(e.Message);
        }
        catch (IOException e)
        {
            IsEnd = true;
            return RegistryFaults.CannotBeRead(e.Message);
        }
    }

    private void MakeRoom()
    {
        var bytes = Bytes;
        if (bytes.Length > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);
        bytes.CopyTo(buffer);
        (start, end) = (0, bytes.Length);
    }
}
