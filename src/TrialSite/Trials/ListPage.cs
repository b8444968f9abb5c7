namespace TrialSite.Trials;

/// <summary>One page of a list, counted from 1.</summary>
public abstract record ListPage(int Total, int Page)
{
    public const int Size = 20;

    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>How many entries stand on the pages before; all of them for a page that does not exist, whatever its number.</summary>
    public static int Before(int page, int total) => (int)Math.Min((page - 1L) * Size, total);
}
