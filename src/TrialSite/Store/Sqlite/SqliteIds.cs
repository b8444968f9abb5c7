namespace TrialSite.Store.Sqlite;

/// <summary>The ids of names within one transaction: found, or added. What another transaction added, or took back, is asked anew.</summary>
internal sealed class SqliteIds(SqliteStatement find, SqliteStatement add)
{
    private readonly Dictionary<string, int> known = [];

    public int Of(string slug, params ReadOnlySpan<object?> more)
    {
        if (known.TryGetValue(slug, out var id))
            return id;
        return known[slug] = (int)(find.Scalar(slug) ?? add.Add([slug, .. more]));
    }
}
