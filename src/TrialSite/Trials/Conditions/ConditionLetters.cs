using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

#pragma warning disable CA1309 // The store compares, byte by byte.

namespace TrialSite.Trials;

/// <summary>The conditions from A to Z, a part of a letter at a time: there may be some hundred thousand.</summary>
public sealed class ConditionLetters(TrialDbContext db, CatalogueIndex index)
{
    /// <summary>The letter for names that begin with a digit or another script's letter.</summary>
    public const char Other = '~';

    public const int PartSize = 200;

    private const int MostOnOnePage = 500;

    public static IReadOnlyList<char> All { get; } = [.. Enumerable.Range('A', 26).Select(letter => (char)letter), Other];

    /// <summary>All of them, as long as that is a page one can read; else null.</summary>
    public async Task<IReadOnlyList<ConditionHit>?> Few(CancellationToken cancellationToken)
    {
        var ids = await db.Conditions.OrderBy(condition => condition.Id).Take(MostOnOnePage + 1).Select(condition => condition.Id).ToListAsync(cancellationToken);
        return ids.Count > MostOnOnePage ? null : await Listed(ids, await index.Current(cancellationToken), cancellationToken);
    }

    /// <summary>Those with most trials.</summary>
    public async Task<IReadOnlyList<ConditionHit>> Largest(int count, CancellationToken cancellationToken)
    {
        var catalogue = await index.Current(cancellationToken);
        var largest = catalogue.CountsByCondition().OrderByDescending(pair => pair.Value).Take(count).Select(pair => pair.Key).ToList();
        return await Listed(largest, catalogue, cancellationToken);
    }

    /// <summary>The names under a letter behind the given slug, in the order of their slugs, and the slug behind which they go on.</summary>
    public async Task<(IReadOnlyList<ConditionHit> Part, string? Next)> Under(char letter, string? after, CancellationToken cancellationToken)
    {
        var catalogue = await index.Current(cancellationToken);
        var (from, until) = letter == Other ? ("", "a") : (char.ToLowerInvariant(letter).ToString(), ((char)(char.ToLowerInvariant(letter) + 1)).ToString());
        var start = after is not null && string.CompareOrdinal(after, from) > 0 ? after : from;
        var next = await db.Conditions.AsNoTracking()
            .Where(condition => string.Compare(condition.Slug, start) > 0 && string.Compare(condition.Slug, until) < 0)
            .OrderBy(condition => condition.Slug).Take(PartSize + 1).ToListAsync(cancellationToken);
        var part = next.Take(PartSize).Select(condition => new ConditionHit(condition.Slug, condition.Name, catalogue.CountUnder(condition.Id, withNarrower: true)));
        return ([.. part.Where(hit => hit.TrialCount > 0)], next.Count > PartSize ? next[PartSize - 1].Slug : null);
    }

    private async Task<IReadOnlyList<ConditionHit>> Listed(List<int> ids, CatalogueSnapshot catalogue, CancellationToken cancellationToken)
    {
        var conditions = await db.Conditions.AsNoTracking().Where(condition => ids.Contains(condition.Id)).ToListAsync(cancellationToken);
        return
        [
            .. conditions.Select(condition => new ConditionHit(condition.Slug, condition.Name, catalogue.CountUnder(condition.Id, withNarrower: true)))
                .Where(hit => hit.TrialCount > 0).OrderBy(hit => hit.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
