using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>A topic and the words that readers know it by: a trial's title or a condition's name.</summary>
public sealed record NamedTopic(Topic Topic, string Name);

/// <summary>Finds the words for topics, also for those that the catalogue does not hold any more.</summary>
public sealed class TopicNames(TrialDbContext db)
{
    public async Task<IReadOnlyList<NamedTopic>> Of(IReadOnlyList<Topic> topics, CancellationToken cancellationToken)
    {
        var nctIds = topics.Where(topic => topic.Kind == TopicKind.Trial).Select(topic => NctId.TryParse(topic.Key, out var nctId) ? nctId : null).OfType<NctId>().ToList();
        var slugs = topics.Where(topic => topic.Kind == TopicKind.Condition).Select(topic => topic.Key).ToList();
        var titles = await db.Trials.Where(trial => nctIds.Contains(trial.NctId))
            .Select(trial => new { trial.NctId, trial.Title }).ToDictionaryAsync(trial => trial.NctId.Value, trial => trial.Title, cancellationToken);
        var names = await db.Conditions.Where(condition => slugs.Contains(condition.Slug)).ToDictionaryAsync(condition => condition.Slug, condition => condition.Name, cancellationToken);
        return [.. topics.Select(topic => new NamedTopic(topic, topic.Kind == TopicKind.Trial
            ? titles.GetValueOrDefault(topic.Key, topic.Key)
            : names.GetValueOrDefault(topic.Key) ?? LayNames.Ours.BySlug(topic.Key)?.Name ?? topic.Key.Replace('-', ' ')))];
    }
}
