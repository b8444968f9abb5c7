namespace TrialSite.Alerts;

/// <summary>One round of all that happens to alerts without a visitor: from a sign-up and a changed trial to a mail that left.</summary>
public sealed class AlertRun(SignUpIntake intake, AlertMatcher matcher, AlertGathering gathering, MailDispatcher dispatcher, Retention retention)
{
    /// <summary>How many mails were sent. A step that cannot be done keeps none of the others; its fault is told in the end.</summary>
    public async Task<int> Once(CancellationToken cancellationToken)
    {
        var steps = new EachByItself(cancellationToken);
        await steps.Try(() => intake.AnswerNew(cancellationToken));
        await steps.Try(() => matcher.MatchNew(cancellationToken));
        await steps.Try(() => gathering.Gather(cancellationToken));
        var sent = await steps.Try(() => dispatcher.SendDue(cancellationToken));
        await steps.Try(async () =>
        {
            await retention.EraseOld(cancellationToken);
            return 0;
        });
        steps.TellFault();
        return sent;
    }
}
