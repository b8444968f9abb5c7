namespace TrialSite.Store.Sqlite;

/// <summary>Walks through rows in the order of their ids, put together; none is read ahead of its turn.</summary>
internal static class RowWalk
{
    /// <summary>The rows of one or the other.</summary>
    public static IEnumerable<long> Either(IEnumerable<long> left, IEnumerable<long> right)
    {
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var (isOne, isOther) = (one.MoveNext(), other.MoveNext());
        while (isOne || isOther)
        {
            var row = Math.Min(isOne ? one.Current : long.MaxValue, isOther ? other.Current : long.MaxValue);
            yield return row;
            isOne = isOne && (one.Current > row || one.MoveNext());
            isOther = isOther && (other.Current > row || other.MoveNext());
        }
    }

    /// <summary>The rows that stand in both.</summary>
    public static IEnumerable<long> Both(IEnumerable<long> left, IEnumerable<long> right)
    {
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var isMore = one.MoveNext() && other.MoveNext();
        while (isMore)
        {
            if (one.Current < other.Current)
            {
                isMore = one.MoveNext();
            }
            else if (other.Current < one.Current)
            {
                isMore = other.MoveNext();
            }
            else
            {
                yield return one.Current;
                isMore = one.MoveNext() && other.MoveNext();
            }
        }
    }
}
