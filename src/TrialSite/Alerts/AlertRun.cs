namespace TrialSite.Alerts;

/// <summary>One round of all that happens to alerts without a visitor: from a sign-up and a changed trial to a mail that left.</summary>
public sealed class AlertRun(SignUpIntake intake, AlertMatcher matcher, AlertGathering gathering, MailDispatcher dispatcher, Retention retention)
{
    /// <summary>How many mails were sent.</summary>
    public async Task<int> Once(CancellationToken cancellationToken)
    {
        await intake.AnswerNew(cancellationToken);
        await matcher.MatchNew(cancellationToken);
        await gathering.Gather(cancellationToken);
        var sent = await dispatcher.SendDue(cancellationToken);
        await retention.EraseOld(cancellationToken);
        return sent;
    }
}
