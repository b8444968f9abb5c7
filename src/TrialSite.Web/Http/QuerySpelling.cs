using TrialSite.Search;

namespace TrialSite.Web.Http;

internal static class QuerySpelling
{
    /// <summary>The address asks it as <see cref="Links.Search"/> would: in one order, each known value once.</summary>
    public static bool IsSpelledBy(this TrialQuery asked, IQueryCollection query)
    {
        var canonical = asked.Pairs().ToLookup(pair => pair.Key, pair => pair.Value);
        return TrialQuery.Keys.All(key => query[key].SequenceEqual(canonical[key]));
    }
}
