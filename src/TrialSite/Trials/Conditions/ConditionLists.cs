using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>Conditions for machines: part by part, each with its names and its kin.</summary>
public sealed class ConditionLists(TrialDbContext db, CatalogueIndex index)
{
    /// <summary>Those with a listed trial, by slug, behind the one given.</summary>
    public async Task<IReadOnlyList<(Condition Condition, int TrialCount)>> BySlug(string? after, int most, CancellationToken cancellationToken)
    {
        var counts = (await index.Current(cancellationToken)).CountsByCondition();
        var part = new List<(Condition, int)>();
        var conditions = db.Conditions.FromSql($"SELECT * FROM Conditions WHERE Slug > {after ?? ""}").OrderBy(condition => condition.Slug);
        await foreach (var condition in conditions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (counts.TryGetValue(condition.Id, out var count))
                part.Add((condition, count));
            if (part.Count == most)
                break;
        }
        return part;
    }

    public async Task<int> CountTrials(Condition condition, CancellationToken cancellationToken) => (await index.Current(cancellationToken)).CountUnder(condition.Id);

    public async Task<IReadOnlyList<string>> OtherNames(Condition condition, CancellationToken cancellationToken)
    {
        var names = await db.ConditionSpellings.Where(spelling => spelling.ConditionId == condition.Id).Select(spelling => spelling.Name).ToListAsync(cancellationToken);
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Except([condition.Name], StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Slugs.</summary>
    public async Task<(IReadOnlyList<string> Broader, IReadOnlyList<string> Narrower)> Kin(Condition condition, CancellationToken cancellationToken)
    {
        var broader = db.BroaderConditions.Where(kin => kin.ConditionId == condition.Id).Select(kin => kin.BroaderId);
        var narrower = db.BroaderConditions.Where(kin => kin.BroaderId == condition.Id).Select(kin => kin.ConditionId);
        return (await Slugs(broader), await Slugs(narrower));

        async Task<IReadOnlyList<string>> Slugs(IQueryable<int> ids) =>
            await db.Conditions.Where(kin => ids.Contains(kin.Id)).OrderBy(kin => kin.Slug).Select(kin => kin.Slug).ToListAsync(cancellationToken);
    }
}
