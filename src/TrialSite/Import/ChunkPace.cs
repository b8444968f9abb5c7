namespace TrialSite.Import;

/// <summary>How many records are written in one go: as many as take a quarter of a second, in which nobody else can write. It begins with few, whose code is compiled first.</summary>
internal sealed class ChunkPace
{
    public const int Most = 500;
    private const int Least = 50;

    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(250);

    private volatile int size = Least;

    public int Size => size;

    public void Took(int count, TimeSpan time)
    {
        var fitting = time > TimeSpan.Zero ? count * (Wanted / time) : Most;
        size = (int)Math.Clamp(Math.Min(fitting, 2 * size), Least, Most);
    }
}
