using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>What one person is told of one trial, and the wish because of which it is told.</summary>
/// <remarks>The name is that of the condition that is followed; null when the trial itself is.</remarks>
internal sealed record AlertItem(NetChange Change, StopTarget StopTarget, string? ConditionName)
{
    /// <summary>Who follows a condition hears of the trial itself; who follows the trial, of what changed.</summary>
    public bool IsNewTrial => ConditionName is not null || Change.Before is null;

    public Trial Trial => Change.After;
}
