using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Web.Feeds;

/// <summary>Reads what each feed tells: trials with the last that changed in them, or the changes of one.</summary>
internal sealed class FeedReader(TrialPages pages, TrialLists lists, TrialSearch search)
{
    private const int MostEntries = 50;

    /// <summary>What is new on the site and what changed lately.</summary>
    public async Task<Feed> OfSite(CancellationToken cancellationToken)
    {
        var hits = (await lists.Newest(MostEntries, cancellationToken))
            .Concat(await lists.RecentlyChanged(MostEntries, cancellationToken))
            .DistinctBy(hit => hit.NctId);
        return await OfTrials(Links.SiteFeed, Links.Home, "New and changed trials", hits, cancellationToken);
    }

    public async Task<Feed> OfCondition(Condition condition, CancellationToken cancellationToken)
    {
        var trials = await lists.NewestUnder(condition, MostEntries, cancellationToken);
        return await OfTrials(Links.ConditionFeed(condition.Slug), Links.Condition(condition.Slug), $"Trials for {condition.Name}", trials, cancellationToken);
    }

    public async Task<Feed> OfTrial(Trial trial, CancellationToken cancellationToken)
    {
        var history = await pages.HistoryOf(trial.NctId, page: 1, cancellationToken);
        return new(
            Links.TrialFeed(trial.NctId),
            Links.History(trial.NctId),
            $"{trial.Title} ({trial.NctId})",
            StartOf(trial.LastUpdated),
            [.. history.Changes.Select(Entry)]);
    }

    /// <summary>What is new to the site first, unless the search asks for what changed.</summary>
    public async Task<Feed> OfSearch(TrialQuery asked, CancellationToken cancellationToken)
    {
        var found = await search.Find(asked with { Page = 1, Sort = asked.Sort == TrialSort.Changed ? TrialSort.Changed : TrialSort.Newest }, cancellationToken);
        return await OfTrials(Links.FeedOf(asked), Links.Search(asked), asked.HasText ? $"Trials found for “{asked.Text}”" : "Trials found", found.Hits, cancellationToken);
    }

    private async Task<Feed> OfTrials(string path, string page, string title, IEnumerable<SearchHit> hits, CancellationToken cancellationToken)
    {
        var trials = hits.ToList();
        var changes = await pages.LastChanges([.. trials.Select(hit => hit.NctId)], cancellationToken);
        var entries = trials.Select(hit => Entry(hit, changes.GetValueOrDefault(hit.NctId))).OrderByDescending(entry => entry.Updated).Take(MostEntries);
        return new(path, page, title, DateTimeOffset.UnixEpoch, [.. entries]);
    }

    private static FeedEntry Entry(SearchHit hit, TrialChange? last) => new(
        Links.Trial(hit.NctId),
        Links.Trial(hit.NctId),
        hit.Title,
        last is null ? $"NCT ID {hit.NctId}." : $"NCT ID {hit.NctId}.\n{Sentences(last)}",
        StartOf(hit.Trial.FirstSeen),
        last?.SeenAt ?? StartOf(hit.Trial.LastUpdated));

    private static FeedEntry Entry(TrialChange change) => new(
        $"{Links.History(change.NctId)}/{change.ToVersion}",
        Links.History(change.NctId),
        change.Differences is [var only] ? ChangeSentence.Of(only) : $"{change.Differences.Count} changes",
        Sentences(change),
        change.SeenAt,
        change.SeenAt);

    /// <summary>The sentences alone: words on what a trial could lead to would need what could go wrong beside them.</summary>
    private static string Sentences(TrialChange change) => string.Join('\n', change.Differences.Select(ChangeSentence.Of));

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
