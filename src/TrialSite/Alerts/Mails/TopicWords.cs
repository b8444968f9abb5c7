using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>Topics in the site's own words, never in a visitor's; the same however often a mail is made.</summary>
internal static class TopicWords
{
    private const int LongestName = 150;

    public static async Task<IReadOnlyDictionary<Topic, string>> ConditionNames(TrialDbContext db, IEnumerable<Topic> topics, CancellationToken cancellationToken)
    {
        var slugs = topics.Where(topic => topic.Kind == TopicKind.Condition).Select(topic => topic.Key).Distinct().ToList();
        var conditions = await db.Conditions.Where(condition => slugs.Contains(condition.Slug)).ToListAsync(cancellationToken);
        return conditions.ToDictionary(Topic.Of, condition => MailText.Shortened(MailText.Clean(condition.Name), LongestName));
    }

    /// <summary>What a sign-up asked for, with the titles that trials had when it came.</summary>
    public static async Task<IReadOnlyList<string>> Of(TrialDbContext db, SignUp signUp, CancellationToken cancellationToken)
    {
        var topics = signUp.Topics.Select(text => Topic.TryParse(text, out var topic) ? topic : null).OfType<Topic>().ToList();
        var names = await ConditionNames(db, topics, cancellationToken);
        var words = new List<string>();
        foreach (var topic in topics)
        {
            words.Add(topic.Kind == TopicKind.Condition
                ? $"a trial for {names.GetValueOrDefault(topic, "a condition")} is added"
                : $"this trial changes: {await TitleOf(db, topic, signUp.ReceivedAt, cancellationToken) ?? topic.Key}");
        }
        return words;
    }

    private static async Task<string?> TitleOf(TrialDbContext db, Topic topic, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(topic.Key, out var nctId))
            return null;
        var version = await db.TrialChanges.IgnoreQueryFilters()
            .Where(change => change.NctId == nctId && change.SeenAt <= at)
            .OrderByDescending(change => change.ToVersion).Select(change => change.ToVersion).FirstOrDefaultAsync(cancellationToken);
        var title = await db.Trials.IgnoreQueryFilters().Where(trial => trial.NctId == nctId && trial.Version == version).Select(trial => trial.Title).SingleOrDefaultAsync(cancellationToken);
        return title is null ? null : MailText.Shortened(MailText.Clean(title), LongestName);
    }
}
