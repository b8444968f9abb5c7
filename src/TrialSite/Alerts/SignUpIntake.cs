using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Answers what visitors asked for, out of their sight: a confirmation or management mail, or nothing.</summary>
public sealed class SignUpIntake(TrialWriter writer)
{
    /// <summary>How many mails were put into the outbox.</summary>
    public Task<int> AnswerNew(CancellationToken cancellationToken) => writer.Write(WriteLane.Import, _ => Task.FromResult(0), cancellationToken);
}
