using Microsoft.EntityFrameworkCore;
using TrialSite.Search;
using TrialSite.Store;

#pragma warning disable CA1309 // The store compares, byte by byte.

namespace TrialSite.Trials;

/// <summary>What the pages of conditions read: trials and counts from the index in memory, names from the store and from our own table.</summary>
public sealed class ConditionPages(TrialDbContext db, CatalogueIndex index, ISearchStore store, TimeProvider time)
{
    private const int MostChanged = 5;
    private const int MostNames = 30;
    private const int MostNarrower = 24;
    private const int MostBroader = 8;

    private readonly CompiledQueries queries = CompiledQueries.Of(db);

    /// <summary>Null when neither a trial nor our table knows the condition.</summary>
    public async Task<ConditionPage?> Of(string slug, ListCursor? after, CancellationToken cancellationToken)
    {
        var row = LayNames.Ours.BySlug(slug);
        // Once for all that is asked below; it is closed with the context.
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await queries.ConditionBySlug(db, slug, cancellationToken) is not { } condition)
            return row is null ? null : new() { Slug = slug, Name = row.Name, OtherNames = OtherNames(row) };
        var catalogue = await index.Current(cancellationToken);
        var spellings = await queries.OtherSpellings(db, condition.Id, condition.Name, MostNames * 4).ToListAsync(cancellationToken);
        var newest = catalogue.NewestUnder(condition.Id, ListPage.Size + 1, withNarrower: true, after);
        var statuses = catalogue.StatusesUnder(condition.Id, withNarrower: true);
        var (narrower, broader) = await Around(condition, catalogue, cancellationToken);
        var weekAgo = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-7);
        return new()
        {
            Slug = slug,
            Name = condition.Name,
            OtherNames = row is null ? Names(spellings.Where(spelling => spelling.Kind != SpellingKind.Registrant), []) : OtherNames(row),
            RegistrantSpellings = Names(spellings.Where(spelling => spelling.Kind == SpellingKind.Registrant), [condition.Name]),
            Total = statuses.Sum(status => status.Count),
            Statuses = statuses,
            Trials = SearchHits.Of(catalogue, store, newest.Take(ListPage.Size)),
            Next = newest.Count > ListPage.Size ? newest[ListPage.Size - 1].AfterInNewest : null,
            ChangedThisWeek = after is null ? SearchHits.Of(catalogue, store, catalogue.ChangedUnder(condition.Id, weekAgo, MostChanged, withNarrower: true)) : [],
            Narrower = narrower,
            Broader = broader,
        };
    }

    /// <summary>The address' last part of the condition that is meant by other words: "ALF", a name of the thesaurus, a registrant's spelling.</summary>
    public async Task<string?> SlugMeantBy(string words, CancellationToken cancellationToken)
    {
        var text = words.Replace('-', ' ');
        if ((ConditionNaming.Known(words) ?? ConditionNaming.Known(text)) is { } row)
            return row.Slug;
        var (slug, key, keyOfText) = (Slug.From(words), ConditionSpelling.KeyOf(words), ConditionSpelling.KeyOf(text));
        return await db.Conditions.Where(condition => condition.Slug == slug).Select(condition => condition.Slug).FirstOrDefaultAsync(cancellationToken)
            ?? await db.ConditionSpellings.Where(spelling => spelling.Key == key || spelling.Key == keyOfText)
                .Join(db.Conditions, spelling => spelling.ConditionId, condition => condition.Id, (_, condition) => condition.Slug).OrderBy(found => found).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Names that are near what somebody wrote, those with trials first.</summary>
    public async Task<IReadOnlyList<ConditionHit>> NearNames(string words, int most, CancellationToken cancellationToken)
    {
        var rows = NearWords.To(words, most * 2);
        var (from, until) = (ConditionSpelling.KeyOf(words), ConditionSpelling.KeyOf(words) + '\uffff');
        var begun = from.Length < 3 ? [] : await db.ConditionSpellings.AsNoTracking().Where(spelling => string.Compare(spelling.Key, from) >= 0 && string.Compare(spelling.Key, until) < 0)
            .OrderBy(spelling => spelling.Key).Take(most * 2).Select(spelling => spelling.ConditionId).ToListAsync(cancellationToken);
        var slugs = rows.Select(row => row.Slug).ToList();
        var found = await db.Conditions.AsNoTracking().Where(condition => slugs.Contains(condition.Slug) || begun.Contains(condition.Id)).ToListAsync(cancellationToken);
        var catalogue = await index.Current(cancellationToken);
        var withTrials = found.Select(condition => Hit(condition, catalogue)).Where(hit => hit.TrialCount > 0).ToList();
        return
        [
            .. withTrials.OrderBy(hit => slugs.IndexOf(hit.Slug) is var place && place < 0 ? int.MaxValue : place)
                .Concat(rows.Where(row => !withTrials.Exists(hit => hit.Slug == row.Slug)).Select(row => new ConditionHit(row.Slug, row.Name, 0))).Take(most),
        ];
    }

    /// <summary>Narrower ones with the most trials first, and broader ones with the nearest first: what fewer trials are listed under.</summary>
    private async Task<(IReadOnlyList<ConditionHit> Narrower, IReadOnlyList<ConditionHit> Broader)> Around(Condition condition, CatalogueSnapshot catalogue, CancellationToken cancellationToken)
    {
        var counts = catalogue.CountsByCondition();
        var narrower = (await queries.NarrowerIds(db, condition.Id).ToListAsync(cancellationToken)).Where(counts.ContainsKey).OrderByDescending(id => counts[id]).Take(MostNarrower).ToList();
        var broader = await queries.BroaderIds(db, condition.Id).ToListAsync(cancellationToken);
        int[] ids = [.. narrower, .. broader];
        var names = ids.Length == 0 ? [] : await queries.ConditionsByIds(db, ids).ToDictionaryAsync(other => other.Id, cancellationToken: cancellationToken);
        return ([.. Hits(narrower)], [.. Hits(broader).Reverse().Take(MostBroader)]);

        IEnumerable<ConditionHit> Hits(List<int> of) => of.Where(names.ContainsKey).Select(id => Hit(names[id], catalogue))
            .Where(hit => hit.TrialCount > 0).OrderByDescending(hit => hit.TrialCount).ThenBy(hit => hit.Name);
    }

    private static ConditionHit Hit(Condition condition, CatalogueSnapshot catalogue) =>
        new(condition.Slug, condition.Name, catalogue.CountUnder(condition.Id, withNarrower: true));

    private static IReadOnlyList<string> OtherNames(LayName row) => Names(row.OtherNames.Concat(row.MeshNames), [row.Name]);

    private static IReadOnlyList<string> Names(IEnumerable<ConditionSpelling> spellings, IEnumerable<string> said) => Names(spellings.Select(spelling => spelling.Name), said);

    private static IReadOnlyList<string> Names(IEnumerable<string> names, IEnumerable<string> said) =>
        [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Except(said, StringComparer.OrdinalIgnoreCase).Take(MostNames)];
}
