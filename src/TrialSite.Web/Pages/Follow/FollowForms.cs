using TrialSite.Alerts;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Follow;

/// <summary>Makes the sign-up form for a page, the same for everybody: docs/decisions/0008-no-stamp-in-the-sign-up-form.md.</summary>
public sealed class FollowForms(ContentPages content)
{
    private const int MostConditions = 8;

    public FollowForm About(Trial trial, IReadOnlyList<ListedCondition> own)
    {
        var conditions = own.Take(MostConditions)
            .Select((condition, position) => new TopicChoice(Topic.OfConditionNamed(condition.Name), NewTrialsFor(condition.Name), position == 0));
        var trialEvent = trial.IsListed ? "changes" : "is listed here again";
        return new(Topic.Of(trial.NctId), trial.Title, [new(Topic.Of(trial.NctId), $"this trial {trialEvent}", trial.IsListed), .. conditions], content.SafetyRules)
        {
            TrialEvent = trialEvent,
            PrimaryCondition = own is [var primary, ..] ? primary.Name : null,
        };
    }

    public FollowForm About(Condition condition) =>
        new(Topic.Of(condition), condition.Name, [new(Topic.Of(condition), NewTrialsFor(condition.Name), true)], content.SafetyRules);

    private static string NewTrialsFor(string condition) => $"new trials for {condition} are added";
}
