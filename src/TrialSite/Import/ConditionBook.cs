using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Finds the conditions that names mean, and adds those that the site did not know.</summary>
internal sealed class ConditionBook
{
    private readonly TrialDbContext db;
    private readonly Dictionary<string, Condition> bySlug;

    private ConditionBook(TrialDbContext db, Dictionary<string, Condition> bySlug) => (this.db, this.bySlug) = (db, bySlug);

    public static async Task<ConditionBook> Open(TrialDbContext db, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var slugs = names.Select(name => Slug.From(ConditionNaming.PlainName(name))).Distinct().ToList();
        return new(db, await db.Conditions.Where(condition => slugs.Contains(condition.Slug)).ToDictionaryAsync(condition => condition.Slug, cancellationToken));
    }

    /// <summary>In order, each condition once although it may have two spellings.</summary>
    public IEnumerable<Condition> Named(IEnumerable<string> names) => names.Select(ConditionNaming.PlainName).DistinctBy(Slug.From).Select(Named).ToList();

    private Condition Named(string name)
    {
        var slug = Slug.From(name);
        if (bySlug.TryGetValue(slug, out var known))
            return known;
        var added = Condition.Named(name);
        db.Add(added);
        return bySlug[slug] = added;
    }
}
