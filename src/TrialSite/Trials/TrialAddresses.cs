using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

namespace TrialSite.Trials;

/// <summary>All trials and conditions for a sitemap, in files that stay the same when others come or go: by ranges of their numbers.</summary>
public sealed class TrialAddresses(TrialDbContext db, CatalogueIndex index)
{
    /// <summary>A file holds the numbers that begin alike, so never more addresses than this.</summary>
    public const int MostInFile = 50_000;

    /// <summary>The files that hold a listed trial, and when one of theirs last changed.</summary>
    public async Task<IReadOnlyList<(int File, DateOnly LastUpdated)>> TrialFiles(CancellationToken cancellationToken) =>
        (await index.Current(cancellationToken)).LastUpdatedByStretch(MostInFile);

    /// <summary>Read one after the other through the index of their numbers.</summary>
    public async IAsyncEnumerable<(NctId NctId, DateOnly LastUpdated)> Trials(int file)
    {
        var (from, until) = (file * (long)MostInFile, (file + 1L) * MostInFile);
        var entries = db.SearchEntries.Where(entry => entry.Id < RowOrder.FirstGone && entry.NctNumber >= from && entry.NctNumber < until)
            .OrderBy(entry => entry.NctNumber)
            .Select(entry => new { entry.NctNumber, entry.LastUpdated });
        await foreach (var entry in entries.AsAsyncEnumerable())
            yield return (NctId.OfNumber(entry.NctNumber), entry.LastUpdated);
    }

    public async Task<IReadOnlyList<int>> ConditionFiles(CancellationToken cancellationToken) =>
        [.. (await index.Current(cancellationToken)).CountsByCondition().Keys.Select(id => id / MostInFile).Distinct().Order()];

    /// <summary>The slugs of those with a trial under them, and when one of these last changed: the others have no page.</summary>
    public async IAsyncEnumerable<(string Slug, DateOnly LastUpdated)> Conditions(int file)
    {
        var catalogue = await index.Current(default);
        var (from, until) = (file * (long)MostInFile, (file + 1L) * MostInFile);
        var conditions = db.Conditions.Where(condition => condition.Id >= from && condition.Id < until)
            .OrderBy(condition => condition.Id)
            .Select(condition => new { condition.Id, condition.Slug });
        await foreach (var condition in conditions.AsAsyncEnumerable())
        {
            if (catalogue.LastUpdatedUnder(condition.Id) is { } lastUpdated)
                yield return (condition.Slug, lastUpdated);
        }
    }
}
