using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Adds the conditions that seeds name and the site did not know, so that a mail can name them as soon as their trials are shown.</summary>
internal static class NamedConditions
{
    public static async Task Keep(TrialDbContext db, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var named = names.Select(name => Condition.Named(ConditionNaming.PlainName(name))).DistinctBy(condition => condition.Slug).ToDictionary(condition => condition.Slug);
        var known = await db.Conditions.Where(condition => named.Keys.Contains(condition.Slug)).Select(condition => condition.Slug).ToListAsync(cancellationToken);
        db.AddRange(named.Values.ExceptBy(known, condition => condition.Slug));
    }
}
